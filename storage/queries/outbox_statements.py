"""The outbox in SQL, prepared once."""

from typing import Any

from sqlalchemy import and_, bindparam, case, delete, exists, func, or_, select, text, update

from storage.database.tables import budget, outbox, replicas
from storage.database.transaction import Insert

DUE_REMINDER = "occasion"  # the method of a message that is yet to be worded; rows keep this word
RECEIPT = "receipt"  # the label of what is said to somebody who is forgotten
FLOOD = "flood"  # the error of what Telegram refused for haste
LETTER = (  # what whoever sends one has to know
    "id",
    "chat_id",
    "priority",
    "method",
    "payload",
    "label",
    "key",
    "expires_at",
    "attempts",
    "unsure_sends",
)
# Spelt out, so that whoever plans the query sees that the index of what waits fits it.
_waiting = outbox.c.state == text("'waiting'")
_of_chat = outbox.c.chat_id == bindparam("chat")
_older = outbox.alias("older")
# As a value and not as a join: PostgreSQL then looks it up by chat whatever it believes about the
# table, where after a sudden crowd it would compare everything with everything.
_first = (
    select(func.min(_older.c.id))
    .where(
        _older.c.chat_id == outbox.c.chat_id,
        _older.c.state == text("'waiting'"),
        _older.c.priority <= outbox.c.priority,
    )
    .scalar_subquery()
)
_budget = budget.c.id == 1
_paused = exists().where(_budget, budget.c.paused_until > bindparam("leaving"))
_due = (
    select(outbox.c.id)
    .where(
        _waiting,
        ~_paused,  # whichever replica was told to wait
        # What is fresh is due, even if the clock was put back since it was written.
        or_(outbox.c.due_at <= bindparam("now"), outbox.c.attempts == 0),
        or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < bindparam("now")),
        or_(outbox.c.chat_id.is_(None), outbox.c.id == _first),
    )
    .order_by(outbox.c.priority, outbox.c.due_at, outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=outbox)
    .cte("due")
)
# Whoever held it is gone without a word, and may have sent it.
_left_behind = outbox.c.unsure_sends + case((outbox.c.lease_until.is_not(None), 1), else_=0)
CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(select(_due.c.id)))
    .values(
        lease_until=bindparam("until"),
        holder=bindparam("holder"),
        attempts=outbox.c.attempts + 1,
        unsure_sends=_left_behind,
    )
    .returning(*(outbox.c[name] for name in LETTER), outbox.c.due_at)
)
TOLD = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        method=bindparam("method"),
        payload=bindparam("payload"),
        label=bindparam("label"),
        expires_at=bindparam("expires"),
        lease_until=None,
        attempts=0,
        unsure_sends=0,
    )
)
SETTLED = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("to"),
        message_id=bindparam("message"),
        sent_at=bindparam("now"),
        error=bindparam("error"),
        lease_until=None,
    )
)
WITHDRAWN = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state="dropped", key=None, sent_at=bindparam("now"), lease_until=None)
)
LATER = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        due_at=bindparam("at"),
        lease_until=None,
        error=bindparam("error"),
        unsure_sends=outbox.c.unsure_sends + bindparam("unsure"),
    )
)
_put_off = and_(
    _waiting,
    outbox.c.lease_until.is_(None),
    outbox.c.due_at > bindparam("now"),
    outbox.c.method != DUE_REMINDER,
)
_failed = and_(_put_off, outbox.c.error.is_not(None), outbox.c.error != FLOOD)
# It is tried out of turn, which uses up none of its attempts.
BRING_FORWARD = (
    update(outbox)
    .where(
        outbox.c.id
        == select(outbox.c.id)
        .where(_failed)
        .order_by(outbox.c.unsure_sends, outbox.c.due_at)
        .limit(1)
        .scalar_subquery()
    )
    .values(due_at=bindparam("now"), attempts=outbox.c.attempts - 1)
    .returning(outbox.c.id)
)
_hurried = update(outbox).values(due_at=bindparam("now"))
HURRY, HURRY_ALL = _hurried.where(_failed), _hurried.where(_put_off, outbox.c.error.is_not(None))
RELEASE = (
    update(outbox)
    .where(_waiting, outbox.c.lease_until.is_not(None))
    .values(lease_until=None, unsure_sends=_left_behind)
)
RELEASE_OF_GONE = RELEASE.where(outbox.c.holder.not_in(select(replicas.c.instance)))
DROP_CHAT = update(outbox).where(_of_chat, _waiting).values(state="dropped", lease_until=None)
FOLLOW = update(outbox).where(_of_chat, _waiting).values(chat_id=bindparam("to"))
LAST = (
    select(outbox.c.message_id)
    .where(_of_chat, outbox.c.label == bindparam("label"), outbox.c.message_id.is_not(None))
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_of_message = and_(_of_chat, outbox.c.message_id == bindparam("message"))
LABEL = select(outbox.c.label).where(_of_message, outbox.c.label.is_not(None))
NEWEST = (
    select(outbox.c.payload, outbox.c.state)
    .where(_of_message)
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_latest = select(func.max(outbox.c.id)).where(_of_chat, outbox.c.message_id.is_not(None))
LOOKS = (
    select(outbox.c.message_id, outbox.c.payload, outbox.c.sent_at)
    .where(outbox.c.id.in_(_latest.group_by(outbox.c.message_id).scalar_subquery()))
    .order_by(outbox.c.id.desc())
    .limit(bindparam("limit"))
)
_receipt = outbox.c.label == RECEIPT
PRUNE = delete(outbox).where(or_(outbox.c.sent_at < bindparam("before"), _receipt), ~_waiting)
FORGET = delete(outbox).where(or_(_of_chat, outbox.c.key.like(bindparam("about"))))
BUDGET = select(budget.c.free_at, budget.c.paused_until).where(_budget).with_for_update()
SPEND = update(budget).where(_budget).values(free_at=bindparam("free"))
SPEND_IF = SPEND.where(
    budget.c.free_at == bindparam("seen"),
    budget.c.paused_until.is_not_distinct_from(bindparam("paused")),
).returning(budget.c.id)
PAUSE = update(budget).where(_budget).values(paused_until=bindparam("until"))
POST = Insert(lambda insert_into: insert_into(outbox).on_conflict_do_nothing())


def _hand_over(insert_into: Any) -> Any:
    statement = insert_into(outbox)
    new = {name: statement.excluded[name] for name in ("payload", "due_at")}
    still = and_(_waiting, outbox.c.lease_until.is_(None))
    return statement.on_conflict_do_update(index_elements=["key"], set_=new, where=still)


HAND_OVER = Insert(_hand_over)
