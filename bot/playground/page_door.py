"""The page's way in: a post lets the person act, or is told in words why they could not."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

from bot.playground.clock import Clock
from bot.playground.fake_telegram.people.person import Person
from bot.playground.fake_telegram.rules.errors import ApiError, CannotAct
from bot.playground.page_acts import Act, Body

Handler = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True)
class Door:
    """`person` tells who acts now; after a reset of the page it is somebody else."""

    person: Callable[[], Person]
    clock: Clock

    def opens(self, read: Callable[[web.Request], Awaitable[Body]], act: Act) -> Handler:
        """The handler of a route: its body is read with `read`, then the person does `act`."""

        async def handle(request: web.Request) -> web.Response:
            try:
                _from_here(request)
                act(self.person(), await read(request))
            except ApiError as error:
                return _refusal(error.description)
            except KeyError as error:
                return _refusal(f"{error} is missing or unknown.")
            except OverflowError:
                return _refusal("That is too far away.")
            except (CannotAct, TypeError, ValueError) as error:
                return _refusal(str(error))
            return web.json_response({"ok": True, "now": self.clock.now().isoformat()})

        return handle


def _from_here(request: web.Request) -> None:
    """Other sites open in the same browser must not write into the chat."""
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden


def _refusal(words: str) -> web.Response:
    return web.json_response({"error": words}, status=400)
