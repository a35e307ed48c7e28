"""The plan under a secret address, for a calendar that follows it: times of sessions and run days.

Whoever has the address sees these and nothing else, not even whose they are. It changes nothing.
"""

from functools import partial

from aiohttp import web

from bot.dispatch.conversation import Conversation
from bot.dispatch.dispatcher import Dispatcher
from bot.services.reminding import plan_calendar
from storage.store import Unavailable, UnitOfWork

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",  # the address is the secret
    "Cache-Control": "no-store",
}


class CalendarFeed:
    def __init__(self, dispatcher: Dispatcher) -> None:
        self._dispatcher = dispatcher

    @property
    def routes(self) -> list[web.RouteDef]:
        return [web.get(plan_calendar.FEEDS + "{secret}.ics", self.answer)]

    async def answer(self, request: web.Request) -> web.Response:
        """The file; 404 for an address that was never made, or is no more."""
        try:
            find = partial(self._file, request.match_info["secret"])
            text = await self._dispatcher.store.run(find)
        except Unavailable:
            return web.Response(status=503, headers=HEADERS)
        if text is None:
            return web.Response(status=404, headers=HEADERS)
        return web.Response(
            text=text, content_type="text/calendar", charset="utf-8", headers=HEADERS
        )

    def _file(self, secret: str, work: UnitOfWork) -> str | None:
        whose = work.calendar_feeds.whose(secret)
        runner = whose and work.runners.get(whose)
        if not runner:
            return None
        chat = Conversation(
            work=work,
            runner=runner,
            content=self._dispatcher.content,
            now=self._dispatcher.now(),
        )
        return plan_calendar.file(chat, plan_calendar.events(chat))
