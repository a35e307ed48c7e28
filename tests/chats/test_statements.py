"""How many statements an update takes, from its arrival until its answer is settled."""

from collections.abc import Iterator

import pytest

from storage.database.transaction import Transaction
from tests.support.chat import Chatroom, Runner

pytestmark = pytest.mark.postgresql  # each kind says its own

DONE, REMINDER, ASK = 15, 15, 12
SWEEP = 5  # buttons that have had their day are found, and taken off by a call of its own
LOOK = 1  # the sender may look for more once meanwhile, as it does each second
MARKS = ("SAVEPOINT", "RELEASE", "ROLLBACK")  # nor do BEGIN and COMMIT count: they carry no data


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every statement as it goes to the driver; one for many rows counts once."""
    texts: list[str] = []
    do = Transaction._do

    def noted(self, deed, *arguments):
        if arguments and not arguments[0].startswith(MARKS):
            texts.append(arguments[0])
        return do(self, deed, *arguments)

    monkeypatch.setattr(Transaction, "_do", noted)
    yield texts
    print("\n".join(texts))


@pytest.fixture
async def runner(room: Chatroom, sam: Runner) -> Runner:
    """Somebody of some days, whose reminders have come before."""
    await sam.say("done")
    await room.wait_until("07:00", days=1)
    return sam


async def test_a_done_that_makes_the_session_first(runner: Runner, room: Chatroom, said: list[str]):
    await room.wait_until("05:00", days=1)
    said.clear()
    assert "Done" in await runner.say("done")
    assert len(said) <= DONE + SWEEP + LOOK


async def test_a_done_after_the_reminder(runner: Runner, said: list[str]):
    said.clear()
    assert "Done" in await runner.say("done")
    assert len(said) <= DONE + SWEEP + LOOK


async def test_a_due_reminder(runner: Runner, room: Chatroom, said: list[str]):
    said.clear()
    await room.wait_until("07:00", days=1)
    assert "Right after your coffee" in runner.reads
    assert len(said) <= REMINDER + SWEEP + LOOK


async def test_an_ask(runner: Runner, said: list[str]):
    """For a card whose picture Telegram has: the first time it is looked up and written down."""
    await runner.say("tight hip flexors, 5 minutes")
    said.clear()
    assert "hip flexor" in await runner.say("tight hip flexors, 5 minutes")
    assert len(said) <= ASK
