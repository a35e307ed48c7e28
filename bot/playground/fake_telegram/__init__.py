"""One strict in-memory Telegram behind several doors: in-process, HTTP, a chat page.

It knows the Bot API from both ends: a bot calls methods, people talk. It never imports Limber.

    fake = FakeTelegram(now=clock)                    # server.py: calls, faults, call log
    sam = fake.person(id=5, first_name="Sam")         # people/: say, tap, press, react, block …
    ApplicationBuilder().request(InProcessRequest(fake)).get_updates_request(…)   # doors/
    async with serve(fake) as url: …                  # doors/: any bot, any process
    sam.say("/start"); await fake.idle(); assert "Done" in sam.last.buttons[0]
    fake.faults.refuse(429, retry_after=3, method="sendMessage")                  # state/faults.py

From the bottom up: `rules` checks, `updates` waits and pushes, `state` remembers, `methods` and
`people` change it from either end, `server` joins them, `doors` lead in.
"""

from bot.playground.fake_telegram.people.chat_view import chat_view
from bot.playground.fake_telegram.people.group import Group
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.fake_telegram.state.chats import Tap

__all__ = ["FakeTelegram", "Group", "Person", "Tap", "chat_view"]
