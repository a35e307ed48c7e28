"""The routes below /app/: the page's files, its session, its pictures, and what was done."""

import logging
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.dispatch.conversation import Conversation
from bot.dispatch.dispatcher import Dispatcher
from bot.page import cards, figures, finish, moves
from bot.page.closed import Closed
from bot.page.init_data import NotSigned, user_of
from content.pictures.output.naming import card_and_side
from content.pictures.output.studio import PictureKind
from storage.store import Unavailable

FOLDER = Path(__file__).parent / "static"
SCHEME = "tma "  # how Telegram's examples send what it signed
LONGEST_BODY = 1 << 16  # bytes; a session has some hundred
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'self' https://web.telegram.org",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # the address holds what Telegram signed
    "Cache-Control": "no-store",
}

log = logging.getLogger(__name__)
Picture = Callable[[str, PictureKind], Awaitable[bytes | None]]


class MiniApp:
    """Answers whoever opens the page; `token` is the bot's, whose key signed who they are."""

    def __init__(self, dispatcher: Dispatcher, token: str, picture: Picture | None) -> None:
        self._dispatcher = dispatcher
        self._token = token
        self._picture = picture
        self._api = {
            ("GET", "session"): self._session,
            ("GET", "card"): self._card,
            ("GET", "cards"): self._cards,
            ("GET", "progress"): self._progress,
            ("GET", "picture"): self._shown,
            ("POST", "done"): self._done,
            ("POST", "favourite"): self._favourite,
        }

    @property
    def routes(self) -> list[web.RouteDef]:
        return [web.route(method, "/app/{path:.*}", self.answer) for method in ("GET", "POST")]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any call below /app/; nothing of it is logged, since it holds what Telegram signed."""
        folder, _, name = request.path.removeprefix("/app/").rpartition("/")
        if folder == "api":
            response: web.StreamResponse = await self._called(request, name)
        else:
            response = self._file(request.method, folder, name or "index.html")
        response.headers.update(HEADERS)
        return response

    def _file(self, method: str, folder: str, name: str) -> web.StreamResponse:
        if name == "words.json" and not folder:
            return web.json_response(self._words)
        path = FOLDER / name
        if folder or method != "GET" or path.parent != FOLDER or not path.is_file():
            return web.Response(status=404)
        return web.FileResponse(path)

    @property
    def _words(self) -> dict[str, str]:
        found: dict[str, str] = self._dispatcher.content.wording.words["page"]
        return found

    async def _called(self, request: web.Request, name: str) -> web.Response:
        """One call of the page's own. What goes wrong is told in words that it shows."""
        call = self._api.get((request.method, name))
        if call is None:
            return web.Response(status=404)
        try:
            signed = request.headers.get("Authorization", "").removeprefix(SCHEME)
            runner = user_of(signed, self._token, self._dispatcher.now())
            return await call(request, runner)
        except NotSigned:
            return self._told(401, "again")
        except Closed as why:
            return web.json_response({"error": str(why)}, status=409)
        except (ValueError, RecursionError):
            return self._told(400, "odd")
        except Unavailable:
            return self._told(503, "later")

    def _told(self, status: int, name: str) -> web.Response:
        return web.json_response({"error": self._words[name]}, status=status)

    async def _session(self, request: web.Request, runner: int) -> web.Response:
        raw = request.query.get("day")
        day = date.fromisoformat(raw) if raw else None
        return await self._visit(runner, lambda chat: moves.opened(chat, day))

    async def _card(self, request: web.Request, runner: int) -> web.Response:
        card = request.query.get("id", "")
        return await self._visit(runner, lambda chat: moves.single(chat, card))

    async def _cards(self, _request: web.Request, runner: int) -> web.Response:
        return await self._visit(runner, cards.listed)

    async def _progress(self, _request: web.Request, runner: int) -> web.Response:
        return await self._visit(runner, figures.progress)

    async def _done(self, request: web.Request, runner: int) -> web.Response:
        told = finish.read(await _body(request))
        return await self._visit(runner, lambda chat: finish.finish(chat, told))

    async def _favourite(self, request: web.Request, runner: int) -> web.Response:
        match await _body(request):
            case {"card": str(card), "on": bool(on)}:
                return await self._visit(runner, lambda chat: cards.favour(chat, card, on=on))
        raise ValueError("this names no card")

    async def _shown(self, request: web.Request, _runner: int) -> web.Response:
        name = request.query.get("name", "")
        known = card_and_side(name)[0] in self._dispatcher.content.library.cards
        if not known:
            return web.Response(status=404)
        kind = PictureKind.PAGE_LOOP if "moves" in request.query else PictureKind.STILL
        drawn = await self._picture(name, kind) if self._picture else None
        if drawn is None:  # no fault of the page's: it does without
            return web.Response(status=204)
        return web.Response(body=drawn, content_type=f"image/{kind}")

    async def _visit(
        self, runner: int, ask: Callable[[Conversation], dict[str, Any]]
    ) -> web.Response:
        """Raises NotSigned for somebody whom we do not know: they begin in the chat."""
        found = await self._dispatcher.visit(runner, ask)
        if found is None:
            raise NotSigned("nobody we know")
        return web.json_response(found)


async def _body(request: web.Request) -> object:
    """What was posted. Raises ValueError for what is too long, or no JSON."""
    if (request.content_length or LONGEST_BODY + 1) > LONGEST_BODY:
        raise ValueError("too long")
    return await request.json()
