"""The programme that a runner follows: kept in the runner's row, moved on by rules."""

from dataclasses import asdict
from datetime import date
from typing import Any

from bot.dispatch.conversation import Conversation
from content.catalog.programme import Programme
from content.coaching.programme.enrolment import (
    A_DAY,
    Enrolment,
    begin,
    catch_up,
    ends,
    rest_is_over,
)
from content.coaching.session.training_state import TrainingState

FINISHED, SOFTER = "finished", "softer"


def current(chat: Conversation) -> Enrolment | None:
    """Where the runner is in a programme; None without one, or when it is not there any more."""
    kept = _kept(chat).get("now")
    if kept is None or kept["programme"] not in chat.content.library.programmes:
        return None
    days = {name: date.fromisoformat(kept[name]) for name in ("started", "since")}
    return Enrolment(**{**kept, **days})


def finished(chat: Conversation) -> list[str]:
    """Programmes that were done to their end, in order."""
    return list(_kept(chat).get(FINISHED, ()))


def start(chat: Conversation, programme: Programme) -> None:
    _keep(chat, now=_stored(begin(programme, chat.day)), news=[])


def stop(chat: Conversation) -> None:
    _keep(chat, now=None, news=[])


def cleared(chat: Conversation) -> None:
    """Somebody qualified had a look: the week begins again, with the easier cards."""
    resting = current(chat)
    if resting and resting.resting:
        _keep(chat, now=_stored(rest_is_over(resting, chat.day)))


def goes_on(chat: Conversation, state: TrainingState) -> tuple[str, date] | None:
    """The programme's name and the last day of its week, if days off have moved that."""
    now = current(chat)
    if now is None or now.resting or (end := ends(now, state.excused)) == now.over:
        return None
    return chat.content.library.programmes[now.programme].name, end - A_DAY


def go_on(chat: Conversation, state: TrainingState) -> None:
    """Let the programme's weeks end that are over; what changes is news until it is told."""
    now = current(chat)
    if now is None:
        return
    programme = chat.content.library.programmes[now.programme]
    after, rule = catch_up(now, programme, chat.content.library.rules, state.diary, chat.day)
    if after == now:
        return
    news = [rule.says] if rule else []
    if after.eased and not now.eased and after.week == now.week and not rule:
        news.append(SOFTER)
    if after.finished:
        _keep(chat, now=None, finished=[*finished(chat), programme.id], news=[FINISHED])
        return
    if after.week > now.week:
        news.append(programme.weeks[after.week - 1].says)
    _keep(chat, now=_stored(after), news=news or _kept(chat).get("news", []))


def news(chat: Conversation) -> list[str]:
    """What changed and was not told yet: told now, once."""
    told = list(_kept(chat).get("news", ()))
    if told:
        _keep(chat, news=[])
    return told


def _kept(chat: Conversation) -> dict[str, Any]:
    return dict(chat.runner.course or {})


def _keep(chat: Conversation, **changes: Any) -> None:
    chat.change(course={**_kept(chat), **changes})


def _stored(enrolled: Enrolment) -> dict[str, Any]:
    days = {"started": enrolled.started.isoformat(), "since": enrolled.since.isoformat()}
    return {**asdict(enrolled), **days}
