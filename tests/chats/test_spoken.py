"""Voice messages: spoken by a synthesized voice, heard by the real recogniser."""

import pytest

from tests.support.chat import Runner


def told(runner: Runner, count: int = 2) -> list[str]:
    """The newest answers, oldest first."""
    return [each.text for each in runner.bot_messages[-count:]]


@pytest.mark.postgresql
async def test_a_spoken_done_is_told_back_and_logged(sam: Runner):
    await sam.speak("I finished my session")
    heard, answer = told(sam)
    assert heard == "🎙 I heard: “I finished my session”"
    print(answer, sam.buttons)
    assert "Undo" in str(sam.buttons)
    assert (await sam.exported())["sessions"][-1]["status"] == "done"
