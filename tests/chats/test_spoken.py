"""Voice messages: spoken by a synthesized voice, heard by the real recogniser."""

import re
from dataclasses import dataclass, field

import pytest

from bot.listening.listener import CantListen
from content.hearing.transcript import Transcript
from tests.support.chat import Chatroom, Runner
from tests.support.sound import speech

UNSURE = "🎙 I'm not sure what I heard, so nothing has changed yet."


def told(runner: Runner, count: int = 2) -> list[str]:
    """The newest answers, oldest first."""
    return [each.text for each in runner.bot_messages[-count:]]


@dataclass
class Ears:
    """Hears what a test says that it heard."""

    heard: list[Transcript] = field(default_factory=list)

    def hears(self, *texts: str, score: float = -0.3) -> None:
        self.heard.append(Transcript(texts, score, 0.01, 2.0))

    async def hear(self, content: bytes) -> Transcript:
        if not self.heard:
            raise CantListen("deaf")
        return self.heard.pop(0)

    def close(self) -> None: ...


@pytest.fixture
def ears(room: Chatroom) -> Ears:
    """In the place of the recogniser, for what a clear voice never leads to."""
    room.limber.voice._listener = found = Ears()
    return found


@pytest.mark.postgresql
async def test_a_spoken_done_is_told_back_logged_and_taken_back_with_a_tap(sam: Runner):
    await sam.speak("I finished my session")
    heard, answer = told(sam)
    assert heard == "🎙 I heard: “I finished my session”"
    assert answer.startswith("Done.")
    await sam.tap("↩️ Undo")
    assert (await sam.exported())["sessions"] == []


async def test_a_spoken_ask_is_answered_with_a_move(sam: Runner):
    await sam.speak("something for tight hamstrings")
    heard, answer = told(sam)
    assert heard == "🎙 I heard: “Something for tight hamstrings”"
    assert "▶️ Start" in sam.buttons
    assert answer


async def test_what_no_answer_takes_back_is_taken_back_where_it_was_heard(sam: Runner):
    await sam.speak("I am travelling today so no session")
    assert "↩️ Undo" not in sam.buttons
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "excused"
    await sam.tap("↩️ Undo")
    assert (await sam.exported())["sessions"] == []


async def test_a_spoken_change_can_be_put_back(sam: Runner):
    before = (await sam.exported())["reminders"]
    await sam.speak("remind me at nine in the evening")
    assert "21:00" in sam.reads
    await sam.tap("Put it back")
    assert (await sam.exported())["reminders"] == before


async def test_questions_of_the_first_chat_are_answered_by_voice(runner: Runner):
    await runner.say("/start")
    await runner.speak("over seven hours")
    heard, question = told(runner)
    assert heard == "🎙 I heard: “Over seven hours”"
    assert "Where do you feel tight?" in question
    assert (await runner.exported())["profile"]["sitting"] == "over-7"


@pytest.mark.parametrize("speaker", speech.SPEAKERS, ids=lambda each: each.name)
async def test_a_flag_in_any_voice_is_answered_with_care_and_no_move(
    sam: Runner, speaker: speech.Speaker
):
    await sam.speak("my foot has gone numb", speaker)
    heard, answer = told(sam)
    assert heard.startswith("🎙 I heard: “")
    assert re.search(r"physio|doctor|is any of this new or true", answer, re.IGNORECASE)
    assert "▶️ Start" not in sam.buttons


async def test_a_word_of_pain_beside_a_log_is_asked_about_and_the_log_stands(sam: Runner):
    await sam.speak("I did my session but my hip hurts")
    assert "None of these" in sam.buttons
    (entry,) = (await sam.exported())["sessions"]
    assert entry["status"] == "done"


async def test_no_move_opens_by_voice_while_the_safety_question_is_open(sam: Runner, ears: Ears):
    ears.hears("something for my hips", "something for my hips", "something for my hip pain")
    await sam.send_sound(b"OggS")
    assert "None of these" in sam.buttons
    ears.hears("show me my session", "show me my session")
    await sam.send_sound(b"OggS")
    assert told(sam)[0] == "🎙 I heard: “show me my session”"
    assert "None of these" in sam.buttons


async def test_words_of_a_session_move_it_on(sam: Runner):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.walk_to("Hold, and breathe")
    await sam.speak("pause")
    assert "paused" in sam.reads
    await sam.speak("how long")
    assert "of this step" in sam.reads
    await sam.speak("again")
    assert "Hold, and breathe" in sam.reads
    await sam.speak("switch sides")
    assert "right side" in sam.reads
    await sam.speak("next")
    assert "Hold, and breathe" in sam.reads
    await sam.speak("I need a break")
    assert "paused" in sam.reads
    await sam.speak("done", speech.SPEAKERS[2])
    assert told(sam)[0] == "🎙 I heard: “Done”"


async def test_a_move_that_hurts_stops(sam: Runner):
    await sam.say("/today")
    await sam.tap("▶️ Start")
    await sam.speak("it hurts")
    assert "Where" in sam.reads
    assert "▶️ Start" not in sam.buttons


async def test_what_changes_something_and_is_heard_in_two_ways_needs_a_tap(sam: Runner, ears: Ears):
    ears.hears("remind me at seven", "remind me at eleven")
    await sam.send_sound(b"OggS")
    assert sam.reads.startswith(UNSURE)
    assert "If it hurts, type it." in sam.reads
    assert sam.buttons == ["remind me at seven", "remind me at eleven", "Neither, leave it"]
    before = sam.person.last
    await sam.tap("remind me at eleven")
    assert "11:00" in sam.reads
    await sam.tap_old("remind me at seven", before) if before.buttons else None
    assert "11:00" in str((await sam.exported())["reminders"])


async def test_what_was_not_said_changes_nothing(sam: Runner, ears: Ears):
    before = await sam.exported()
    ears.hears("delete everything", "done for today")
    await sam.send_sound(b"OggS")
    await sam.tap("Neither, leave it")
    assert "stays as it was" in sam.reads
    after = await sam.exported()
    for each in (before, after):
        del each["profile"]["understood"]  # of the message before: that was /export
    assert after == before


async def test_what_turns_out_to_change_something_needs_a_tap_as_well(sam: Runner, ears: Ears):
    before = (await sam.exported())["profile"]["run_days"]
    ears.hears("I run on Monday and Thursday", "I run on Monday and Tuesday")
    await sam.send_sound(b"OggS")
    assert sam.reads.startswith(UNSURE)
    assert (await sam.exported())["profile"]["run_days"] == before
    await sam.tap("I run on Monday and Thursday")
    assert (await sam.exported())["profile"]["run_days"] == [0, 3]


async def test_what_was_misheard_is_not_kept_for_authors(sam: Runner, ears: Ears):
    ears.hears("a gate, says so", "a gate, says so")
    await sam.send_sound(b"OggS")
    assert await sam.room.limber.store.run(lambda work: work.unanswered.heard()) == []
    await sam.say("a gate, says so")
    assert await sam.room.limber.store.run(lambda work: work.unanswered.heard())


async def test_an_older_question_about_what_was_said_is_over(sam: Runner, ears: Ears):
    ears.hears("remind me at seven", "remind me at eleven")
    await sam.send_sound(b"OggS")
    older = sam.person.last
    ears.hears("done", "undo")
    await sam.send_sound(b"OggS")
    await sam.tap_old("remind me at eleven", older)
    assert "11:00" not in str((await sam.exported())["reminders"])


async def test_an_answer_that_is_heard_in_two_ways_is_not_kept(runner: Runner, ears: Ears):
    await runner.say("/start")
    ears.hears("over seven hours", "over eleven hours")
    await runner.send_sound(b"OggS")
    assert told(runner)[0].startswith(UNSURE) or UNSURE in " ".join(told(runner))


async def test_what_is_spoken_is_in_no_log(sam: Runner, caplog: pytest.LogCaptureFixture):
    caplog.set_level("INFO")
    await sam.speak("something for tight hamstrings")
    assert "hamstrings" not in caplog.text.lower()
