"""Voice messages: heard, told back, and then taken as if they had been typed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.dispatch.context import Context, Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap
from bot.listening.notes import Note, Unheard, VoiceNotes
from bot.services import mobility_tests, open_questions
from bot.services.asking.questionnaire import current
from bot.services.guiding import active_guide
from bot.services.safety import body
from bot.views import spoken as views
from content.hearing.decision import Decision, Verdict, decided
from content.hearing.transcript import Transcript
from content.hearing.worries import worries
from content.intents.body_check import DONE_FIRST
from content.intents.meaning import Intent, Meaning
from content.intents.moves.pain import told_pain
from content.language.compiler import compiled
from content.language.parsed_message import parse

NO = "no"
UNDOING = frozenset({"undo", "run-off", "unprefer", "louder", "putback"})


class _Unsure(Exception):
    """Words that seemed to change nothing would, and were not heard twice: nothing is written."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__()
        self.choices = choices


@dataclass(frozen=True)
class Words:
    """Who reads words, as well as they can or surely, who takes them as typed, and who hands over
    what they mean.
    """

    read: Callable[[Conversation, str], tuple[Meaning, ...]]
    read_surely: Callable[[Conversation, str], tuple[Meaning, ...]]
    said: Action
    tell: Callable[[Conversation, tuple[Meaning, ...]], None]


def handlers(voice: VoiceNotes | None, words: Words) -> Handlers:
    async def spoken(update: Update, context: Context) -> None:
        message = update.effective_message
        assert message is not None  # noqa: S101 - the filter looked
        note = _note(message)
        heard = await voice.heard(note) if voice else Unheard.DEAF
        try:
            await handle(partial(_taken, words, heard))(update, context)
        except _Unsure as unsure:
            await handle(partial(_ask, unsure.choices))(update, context)
        if voice:
            voice.forget(note)

    private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    return [
        MessageHandler(private & (filters.VOICE | filters.VIDEO_NOTE), spoken),
        MessageHandler(private & filters.AUDIO, handle(_music)),
        CallbackQueryHandler(handle(partial(_chosen, words)), r"^heard:"),
    ]


def _taken(words: Words, heard: Transcript | Unheard, chat: Conversation) -> None:
    if isinstance(heard, Unheard):
        chat.say(views.unheard(chat.wording, heard.value))
        return
    decision = _decided(chat, heard, words)
    chat.text, chat.spoken = decision.text, True
    if decision.verdict is Verdict.NOT_HEARD:
        chat.say(views.unheard(chat.wording, "unclear"))
    elif decision.verdict is Verdict.TAP:
        _ask(decision.choices, chat)
    else:
        chat.say(views.heard(chat.wording, decision.text), label=views.HEARD)
        _act(words, decision, chat)
        if _changed(chat):
            if decision.verdict is Verdict.UNDERSTOOD and not decision.sure:
                raise _Unsure(decision.choices)
            if not chat.took_back:
                _offer_undo(chat)


def _ask(choices: Sequence[str], chat: Conversation) -> None:
    """What was said? Nothing has changed so far."""
    open_questions.spoke(chat, choices)
    chat.say(views.sure(chat.wording, choices, str(chat.message_id)))


def _changed(chat: Conversation) -> bool:
    """Has anything been logged, or does anything stand that did not before?"""
    entries = chat.work.session_log.entries(chat.runner.id)
    logged = any(each.logged_at == chat.now for each in entries)
    return logged or chat.took_back or chat.change_of_standing() is not None


def _act(words: Words, decision: Decision, chat: Conversation) -> None:
    """Words of the body come first: where a move hurts, as when that is typed."""
    if decision.verdict is Verdict.SAFETY and not _hurts_in_a_walk(chat):
        words.tell(chat, _asked_first(chat, decision, words))
    else:
        words.said(chat)


def _offer_undo(chat: Conversation) -> None:
    """What was written down can be taken back with a tap; where no answer has that, here."""
    if UNDOING.isdisjoint(_verbs(chat)):
        chat.queued = [
            replace(each, payload=views.with_undo(chat.wording, each.payload))
            if each.label == views.HEARD
            else each
            for each in chat.queued
        ]


def _verbs(chat: Conversation) -> Iterator[str]:
    """How the data of the buttons begin that are about to be shown."""
    for each in chat.queued:
        for row in each.payload.get("reply_markup", {}).get("inline_keyboard", ()):
            yield from (button.get("callback_data", "").partition(":")[0] for button in row)


def _chosen(words: Words, chat: Conversation) -> None:
    """What was said is what is on that button, or none of it."""
    number, choice = chat.args(2)
    choices = open_questions.spoken(chat, number)
    if choice == NO:
        chat.toast("kept_as_it_is")
        chat.show(views.again(chat.wording))
        return
    if not choice.isdecimal() or int(choice) >= len(choices):
        raise StaleTap(choice)
    chat.toast("taken")
    if chat.tap and chat.tap.message_id:
        chat.unbutton(chat.tap.message_id)
    chat.tap, chat.text = None, choices[int(choice)]  # what follows is as if it had been typed
    words.said(chat)


def _music(chat: Conversation) -> None:
    chat.say(views.unheard(chat.wording, "file"))


def _note(message: Message) -> Note:
    film, voice = message.video_note, message.voice
    told = film or voice
    assert told is not None  # noqa: S101 - the filter looked
    length = told.duration
    seconds = length if isinstance(length, int) else length.total_seconds()
    return Note(told.file_id, seconds, told.file_size or 0, film=film is not None)


def _decided(chat: Conversation, heard: Transcript, words: Words) -> Decision:
    lexicon = compiled(chat.content.lexicon, chat.content.names)
    return decided(
        heard,
        partial(words.read, chat),
        lambda text: worries(parse(text, lexicon)),
        awaited=_awaited(chat),
    )


def _awaited(chat: Conversation) -> bool:
    """Is something in front of the runner that takes their words as they are?"""
    measuring = mobility_tests.under_way(chat) is not None
    asked = current(chat) is not None or body.asked(chat) or open_questions.wonders(chat)
    return asked or measuring or active_guide.get(chat) is not None


def _hurts_in_a_walk(chat: Conversation) -> bool:
    """The move that hurts stops, and where it hurts is asked, as when it is typed."""
    content = chat.content
    told = told_pain(chat.text, content.lexicon, content.names, aches=True)
    return told is not None and active_guide.get(chat) is not None


def _asked_first(chat: Conversation, decision: Decision, words: Words) -> tuple[Meaning, ...]:
    """The safety question, after what was surely told as done."""
    done = [each for each in words.read_surely(chat, chat.text) if each.intent in DONE_FIRST]
    return (*(done if decision.sure else ()), Meaning(Intent.CHECK_BODY, because=(chat.text,)))
