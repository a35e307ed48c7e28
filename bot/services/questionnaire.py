"""The questions as a running interview: what is open, how it is shown, what an answer changes."""

from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply, Rows
from bot.services import pauses, schedule, session
from bot.services.profile import spoken
from bot.views.onboarding import questions as views
from content.catalog.questions import Question, open_question
from scheduler.calendar.clocks import candidates

SHAPING = ("sitting", "spots", "kit")  # answers that today's session was made from
PLANNING = ("zone", "remind_at", "remind_days")  # answers that reminders are planned by
QUESTION = "question"  # label of the one message that carries the questions


def current(chat: Conversation) -> Question | None:
    return open_question(chat.content.questions, chat.runner.answers, chat.runner.editing)


def ask(chat: Conversation, **extra: Any) -> None:
    """Show the open question, in place where a button was tapped."""
    asked = current(chat)
    if asked is None:
        finish(chat)
    else:
        chat.show(_view(chat, asked, **extra), label=QUESTION)


def ask_anew(chat: Conversation, **extra: Any) -> None:
    """Show the open question below what was typed, and take the older copy away."""
    older = chat.work.outbox.last(chat.runner.id, QUESTION)
    if older:
        chat.remove(older)
    ask(chat, **extra)


def _view(chat: Conversation, asked: Question, choices: Rows | None = None, **extra: Any) -> Reply:
    changing = open_question(chat.content.questions, chat.runner.answers, None) is None
    screen = views.Screen(
        question=asked,
        number=chat.content.questions.index(asked) + 1,
        total=len(chat.content.questions),
        ticked=held(chat, asked.id),
        editing=changing,
        can_try="spots" in chat.runner.answers and not changing,
        **extra,
    )
    if choices is None:
        at_zone = asked.kind == "zone"
        choices = views.hours(candidates(chat.now)) if at_zone else views.options(screen)
    return views.question(screen, choices)


def held(chat: Conversation, name: str) -> tuple[Any, ...]:
    """What is ticked: the draft, else the answer that stands."""
    asked = current(chat)
    if chat.runner.draft is not None and asked and asked.id == name:
        return chat.runner.draft
    stored = chat.runner.answers.get(name)
    if stored is None:
        return ()
    return tuple(stored) if isinstance(stored, list) else (stored,)


def answer(chat: Conversation, name: str, value: Any) -> None:
    """Remember an answer (None: skipped), and plan reminders by what is known now."""
    chat.remember(**{name: value})
    if name in SHAPING:
        session.think_again(chat)
    moved = name == "zone" and value is not None
    if moved:
        chat.change(zone=value)
    if name in PLANNING:
        schedule.refresh(chat, moved=moved)


def take(chat: Conversation, name: str, value: Any) -> None:
    """Remember an answer and show what comes next: another question, or the settings."""
    answer(chat, name, value)
    chat.toast("skipped" if value is None else "saved")
    go_on(chat)


def go_on(chat: Conversation) -> None:
    """Leave the question: on to the next open one, or back to where the runner came from."""
    was_editing = chat.runner.editing is not None
    chat.change(draft=None, editing=None)
    if was_editing and current(chat) is None:
        settings(chat)
    elif chat.tap:
        ask(chat)
    else:
        ask_anew(chat)


def finish(chat: Conversation) -> None:
    """All asked: say what was set up, and offer the first session."""
    chat.show(views.finished(schedule.next_reminder(chat)), label="finished")


def settings(chat: Conversation, note: str = "") -> None:
    """Every answer, each a button that changes it."""
    chat.show(views.settings(summary(chat), pauses.paused(chat), note), label="settings")


def summary(chat: Conversation) -> dict[str, str]:
    """Every answer in the runner's words."""
    answers = chat.runner.answers
    return {each.id: spoken(each, answers.get(each.id)) for each in chat.content.questions}
