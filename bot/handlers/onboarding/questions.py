"""The questions on the screen: the open one, the next, and all answers as settings."""

from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply, Rows
from bot.services import on_screen, session
from bot.services.asking.questionnaire import answer, current, held, summary, understood
from bot.services.reminding import pauses, schedule
from bot.services.safety import body
from bot.values.guide_position import GuidePosition
from bot.views.onboarding import body as body_views
from bot.views.onboarding import questions as views
from content.catalog.questions import Question, before, open_question
from scheduler.calendar.clocks import known_cities

QUESTION = "question"  # label of the one message that carries the questions
LAST = frozenset({QUESTION, "danger", "unwell"})  # labels after which nothing else is asked


def ask(chat: Conversation, **extra: Any) -> None:
    """Show the open question, in place where a button was tapped."""
    asked = current(chat)
    on_screen.asking(chat, asked.id if asked else None)
    if asked is None:
        finish(chat, extra.get("echo", ""))
        return
    view = _view(chat, asked, **extra)
    held = _last(chat) if on_screen.introducing(chat) else None
    if held and chat.tap and chat.tap.message_id == held:
        chat.say(view, label=QUESTION)
        _away(chat, held)
    else:
        chat.show(view, label=QUESTION)


def begin(chat: Conversation) -> None:
    """The first question, in one message with who asks: that part of it stays (see `_away`)."""
    asked = current(chat)
    if asked is None:
        return
    on_screen.asking(chat, asked.id)
    on_screen.introduces(chat)
    view = views.introduced(chat.wording, chat.runner.name, _view(chat, asked))
    chat.say(view, label=QUESTION)


def ask_anew(chat: Conversation, **extra: Any) -> None:
    """Show the open question below what was typed, and take the older copy away."""
    ask(chat, **extra)
    older_away(chat)


def older_away(chat: Conversation) -> None:
    """Where the answer was typed, the question above it goes."""
    older = None if chat.tap else _last(chat)
    if older:
        _away(chat, older)


def _last(chat: Conversation) -> int | None:
    """The message that holds the question shown last."""
    return chat.work.outbox.last(chat.runner.id, QUESTION)


def _away(chat: Conversation, message_id: int) -> None:
    """Take a question away; what introduced us above it stays."""
    if on_screen.introducing(chat):
        on_screen.introduces(chat, yes=False)
        chat.edit(message_id, views.introduction(chat.wording, chat.runner.name))
    else:
        chat.remove(message_id)


def on_screen_now(chat: Conversation) -> bool:
    """Was the open question put to this runner at all, or one before it that other words answered?

    "I've a roller" may answer the question about kit as a wish that lasts: the next one is due.
    """
    asked, put = current(chat), on_screen.question(chat)
    return asked is not None and put is not None and (put == asked.id or put in chat.runner.answers)


def ask_again(chat: Conversation) -> None:
    """Show the open question once more below whatever came between, but for a referral or the
    question about the body: these stand last, and it comes with the next message.

    It is repeated once. After that it waits, so that nobody reads it day after day.
    """
    told = chat.queued and not (chat.tap or chat.reaction or chat.under_way)
    stands = any(each.label in LAST for each in chat.queued)
    asked = current(chat)
    if asked is None or not told or stands or not on_screen_now(chat):
        return
    if on_screen.repeated(chat, asked.id):
        _let_wait(chat)
    else:
        ask_anew(chat)


def _let_wait(chat: Conversation) -> None:
    """The open question is no longer in front of the runner; its buttons still answer it."""
    on_screen.asking(chat, None)
    if chat.runner.editing:
        chat.change(editing=None, draft=None)
    elif session.logged(chat):
        chat.say(views.waits(chat.wording))
    else:
        on_screen.put_off(chat)
        chat.say(views.put_off(chat.wording))


def _view(chat: Conversation, asked: Question, choices: Rows | None = None, **extra: Any) -> Reply:
    if asked.kind == "body":
        waits = body.waiting(chat) if body.asked(chat) else None
        return body_view(chat, asked, waits, **extra)
    body.put_away(chat)
    changing = open_question(chat.content.questions, chat.runner.answers, None) is None
    screen = views.Screen(
        question=asked,
        number=chat.content.questions.index(asked) + 1,
        total=len(chat.content.questions),
        ticked=held(chat, asked.id),
        editing=changing,
        begun=bool(chat.work.session_log.entries(chat.runner.id)),
        **extra,
    )
    if choices is None:
        at_zone = asked.kind == "zone"
        choices = (
            views.cities(chat.wording, known_cities())
            if at_zone
            else views.options(chat.wording, screen)
        )
    return views.question(chat.wording, screen, choices)


def body_view(
    chat: Conversation,
    asked: Question,
    waits: GuidePosition | None = None,
    page: str = body_views.LASTS,
    **extra: Any,
) -> Reply:
    """The question about the body, in front of the runner from now on."""
    body.begin(chat, waits)
    questions, chatting = chat.content.questions, chat.runner.editing is None and waits is None
    first = chatting and open_question(questions, chat.runner.answers, None) == asked
    return body_views.body(
        chat.wording,
        asked,
        body.ticked(chat),
        waits,
        page=page,
        number=questions.index(asked) + 1 if first else 0,
        total=len(questions),
        **extra,
    )


def take(chat: Conversation, name: str, value: Any, echo: str = "") -> None:
    """Remember an answer and show what comes next: another question, or the settings.

    `echo` says back what was taken.
    """
    answer(chat, name, value)
    chat.toast("skipped" if value is None else "saved")
    go_on(chat, echo)
    following = current(chat)
    on_screen.answered(chat, name, following.id if following else None)


def go_on(chat: Conversation, echo: str = "") -> None:
    """Leave the question: on to the next open one, or back to where the runner came from."""
    was_editing = chat.runner.editing is not None
    chat.change(draft=None, editing=None)
    if was_editing and current(chat) is None:
        settings(chat, echo)
    elif current(chat) is None:
        finish(chat, echo)
        older_away(chat)
    elif chat.tap:
        ask(chat)
    else:
        ask_anew(chat, echo=echo)


def step_back(chat: Conversation, asked: Question) -> None:
    """To the question before; what was answered there is still ticked."""
    earlier = before(chat.content.questions, asked)
    chat.change(draft=None)
    if open_question(chat.content.questions, chat.runner.answers, None) is None:
        go_on(chat)
        return
    if earlier:
        chat.change(editing=earlier.id)
    (ask if chat.tap else ask_anew)(chat)


def finish(chat: Conversation, note: str = "") -> None:
    """All asked: say what was set up, who has not read the cards, and offer the first session."""
    on_screen.asking(chat, None)
    at, unreviewed = schedule.next_reminder(chat), chat.content.unreviewed(chat.day) > 0
    view = views.finished(chat.wording, at, understood(chat), note, unreviewed=unreviewed)
    chat.show(view, label="finished")


def put_off(chat: Conversation) -> None:
    """The other questions wait until they are needed."""
    on_screen.asking(chat, None)
    on_screen.put_off(chat)
    chat.show(views.put_off(chat.wording))


def ask_when_needed(chat: Conversation) -> None:
    """What was put off is asked once a first session is in the log: below it, and only once."""
    if not on_screen.is_put_off(chat) or not session.logged(chat):
        return
    on_screen.put_off(chat, waits=False)
    asked, older = current(chat), _last(chat)
    if asked is None:
        return
    on_screen.asking(chat, asked.id)
    note = chat.wording.message("first_needed")
    chat.say(_view(chat, asked, echo=note), label=QUESTION)
    if older:
        _away(chat, older)


def settings(chat: Conversation, note: str = "") -> None:
    """Every answer, each a button that changes it."""
    paused, sounds = pauses.paused(chat), chat.answers.sound
    view = views.settings(chat.wording, summary(chat), paused=paused, sounds=sounds, note=note)
    chat.show(view, label="settings")
