"""One strict in-memory Telegram behind several doors: in-process, HTTP, a chat page.

It knows the Bot API from both ends: a bot calls methods, people talk. It never imports Limber.

    fake = FakeTelegram(now=clock)                    # server.py: the core, faults, call log
    sam = fake.person(id=5, first_name="Sam")         # people.py: say, tap, press, react, block …
    ApplicationBuilder().request(InProcessRequest(fake)).get_updates_request(…)     # in_process.py
    async with serve(fake) as url: …                  # http.py: any bot, any process; control.py
    sam.say("/start"); await fake.idle(); assert "Done" in sam.last.buttons[0]
    fake.faults.refuse(429, retry_after=3, method="sendMessage")                    # faults.py
"""

from bot.playground.fake_telegram.people import Group, Person, Tap
from bot.playground.fake_telegram.server import FakeTelegram
from bot.playground.fake_telegram.view import chat_view, message_view

__all__ = ["FakeTelegram", "Group", "Person", "Tap", "chat_view", "message_view"]
