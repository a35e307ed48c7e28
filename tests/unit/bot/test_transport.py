"""The aiohttp transport against the fake Telegram over HTTP, and against servers that misbehave."""

import asyncio
import io
import logging
import ssl
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaPhoto
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.gateway import transport
from bot.gateway.client import BotClient, TooLarge
from bot.gateway.transport import AiohttpRequest, CallFailed, NotDelivered
from bot.operations.log import TALKATIVE
from bot.playground.fake_telegram import FakeTelegram
from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.people.person import PIXEL
from tests.support.clock import TickingClock

TOKEN = "4242:for-nobody-to-see"
NOWHERE = "http://127.0.0.1:1"
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _no_proxy_from_outside(monkeypatch):
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def fake():
    return FakeTelegram(token=TOKEN, now=TickingClock().now)


@pytest.fixture
def sam(fake):
    person = fake.person(id=5, first_name="Sam")
    person.say("/start")
    return person


@pytest.fixture
async def url(fake):
    async with serve(fake) as address:
        yield address


@asynccontextmanager
async def bot_at(url, make=AiohttpRequest, **options):
    """A bot that is connected but has said nothing yet."""
    base = {"base_url": f"{url}/bot", "base_file_url": f"{url}/file/bot"}
    async with make(**options) as request, make(**options) as polls:
        yield Bot(TOKEN, request=request, get_updates_request=polls, **base)


async def test_a_file_comes_whole_and_none_that_is_too_large(sam, url):
    voice = sam.send_voice(b"OggS" * 100)
    async with AiohttpRequest() as request, AiohttpRequest() as polls:
        base = {"base_url": f"{url}/bot", "base_file_url": f"{url}/file/bot"}
        bot = BotClient(TOKEN, request=request, get_updates_request=polls, **base)
        assert await bot.download(voice.media.file_id, 400) == b"OggS" * 100
        with pytest.raises(TooLarge):
            await bot.download(voice.media.file_id, 399)


@asynccontextmanager
async def server(answer=b"", *, tls=None):
    """A server which gives everybody the same bytes, or nothing; yields address and requests."""
    heads, guests = asyncio.Queue(), {}

    async def meet(reader, writer):
        guests[asyncio.current_task()] = writer
        heads.put_nowait((await reader.readuntil(b"\r\n\r\n")).decode())
        if answer:
            writer.write(answer)
            await writer.drain()
            writer.close()

    listener = await asyncio.start_server(meet, "127.0.0.1", 0, ssl=tls)
    try:
        yield f"127.0.0.1:{listener.sockets[0].getsockname()[1]}", heads
    finally:
        listener.close()
        for guest, writer in guests.items():
            writer.transport.abort()
            guest.cancel()
        await asyncio.gather(*guests, return_exceptions=True)


def http(status, body=b"", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def json(body, status="200 OK"):
    return http(status, body, Content_Type="application/json")


YES = json(b'{"ok": true, "result": true}')


def chain(error):
    """The error and all that rode along with it."""
    while error:
        yield error
        error = error.__cause__ or error.__context__


# --- what a bot does ----------------------------------------------------------------------------


async def test_a_whole_application_polls_sends_and_edits(fake, url):
    sam, handled = fake.person(), asyncio.Queue()
    again = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])

    async def echo(update, context):
        await update.message.reply_html(f"<b>{update.message.text_html}</b>", reply_markup=again)
        handled.put_nowait("echo")

    async def edit(update, context):
        await update.callback_query.answer("Here you go")
        await update.callback_query.edit_message_text("again")
        handled.put_nowait("edit")

    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot")
    builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(1))
    application = builder.build()
    application.add_handlers([MessageHandler(filters.ALL, echo), CallbackQueryHandler(edit)])
    async with application, asyncio.timeout(30):
        await application.start()
        await application.updater.start_polling()
        sam.say("hips & quads – läuft")
        assert await handled.get() == "echo"
        assert sam.last.html == "<b>hips &amp; quads – läuft</b>"
        tap = sam.tap("Again")
        assert await handled.get() == "edit"
        assert (tap.toast, sam.last.text) == ("Here you go", "again")
        await application.updater.stop()
        await application.stop()


@pytest.mark.parametrize("name", ["export.json", 'läuft "gut" 👍.json'])
async def test_a_document_arrives_whole_under_its_own_name(url, sam, name):
    content = bytes(range(256)) * 8192  # 2 MB, more than one piece
    async with bot_at(url) as bot:
        sent = await bot.send_document(5, content, filename=name, caption="yours & mine")
        assert (sam.last.media.name, sam.last.caption) == (name, "yours & mine")
        assert sent.document.mime_type == "application/json"
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == content


async def test_an_open_file_is_sent_as_it_is_read(url, sam, tmp_path):
    (tmp_path / "plan.txt").write_bytes(b"run" * 100_000)
    with (tmp_path / "plan.txt").open("rb") as plan:
        async with bot_at(url) as bot:
            sent = await bot.send_document(5, InputFile(plan, read_file_handle=False))
    assert (sam.last.media.name, sent.document.file_size) == ("plan.txt", 300_000)


async def test_an_album_brings_each_picture_once(url, sam):
    pictures = [InputMediaPhoto(PIXEL + bytes([number]), f"no {number}") for number in range(3)]
    async with bot_at(url) as bot:
        album = await bot.send_media_group(5, pictures)
        assert [message.caption for message in album] == ["no 0", "no 1", "no 2"]
        for number, message in enumerate(album):
            file = await bot.get_file(message.photo[-1].file_id)
            assert bytes(await file.download_as_bytearray()) == PIXEL + bytes([number])


async def test_a_poll_may_last_longer_than_a_read(fake, url, sam):
    fake.faults.slow(0.2, times=2, method="getUpdates")
    async with bot_at(url, read_timeout=0.1) as bot:
        (update,) = await bot.get_updates(timeout=5)
        assert update.message.text == "/start"
        with pytest.raises(TimedOut):
            await bot.get_updates(timeout=0)


async def test_the_second_poller_takes_over(fake, url):
    async with bot_at(url) as first, bot_at(url) as second:
        poll = asyncio.create_task(first.get_updates(timeout=20))
        while not fake.calls:
            await fake.updates.signal.wait(1)
        await second.get_updates(timeout=0)
        with pytest.raises(Conflict):
            await poll


async def test_two_hundred_calls_share_sixteen_connections(fake, sam):
    connections = set()

    @web.middleware
    async def count(request, handler):
        connections.add(request.transport)
        return await handler(request)

    async with (
        serve(fake, extend=lambda app: app.middlewares.append(count)) as url,
        bot_at(url, connections=16) as bot,
    ):
        fake.faults.slow(0.01, times=200)
        await asyncio.gather(*(bot.send_message(5, str(number)) for number in range(200)))
        await bot.send_message(5, "and one more")
    sent = [message.text for message in sam.messages if message.from_bot]
    assert sorted(sent[:-1], key=int) == [str(number) for number in range(200)]
    assert len(connections) == 16


async def test_it_introduces_itself(url):
    async with server(YES) as (address, heads), bot_at(f"http://{address}") as bot:
        assert await bot.log_out()
    head = heads.get_nowait()
    assert "\r\nUser-Agent: Limber/" in head
    assert " python-telegram-bot v" in head


# --- what goes wrong ----------------------------------------------------------------------------

FAULTS = {
    "429": (lambda f: f.refuse(429, retry_after=7), RetryAfter, False),
    "403": (lambda f: f.refuse(403), Forbidden, False),
    "400": (lambda f: f.refuse(400, "Bad Request: no"), BadRequest, False),
    "401": (lambda f: f.refuse(401), InvalidToken, False),
    "500": (lambda f: f.refuse(500), NetworkError, False),
    "502": (lambda f: f.refuse(502), NetworkError, False),
    "refused": (lambda f: f.unreachable(), NetworkError, False),
    "garbled": (lambda f: f.garble(), TelegramError, True),
    "cut before": (lambda f: f.cut(delivered=False), NetworkError, False),
    "cut after": (lambda f: f.cut(delivered=True), NetworkError, True),
    "slow": (lambda f: f.slow(30), TimedOut, True),
}


def patience(name):
    return {"read_timeout": 0.1} if name == "slow" else {}


@pytest.mark.parametrize("make", [AiohttpRequest, HTTPXRequest])
@pytest.mark.parametrize("name", FAULTS)
async def test_faults_are_told_as_the_library_tells_them(fake, url, sam, name, make):
    plan, error, arrives = FAULTS[name]
    async with bot_at(url) as usual, bot_at(url, make, **patience(name)) as bot:
        plan(fake.faults)
        with pytest.raises(error) as caught:
            await bot.send_message(5, "hello")
        said_more = (CallFailed, NetworkError) if make is AiohttpRequest else ()
        assert type(caught.value) in (error, *said_more)
        assert [m.text for m in sam.messages if m.from_bot] == ["hello"] * arrives
        await usual.send_message(5, "after")
    assert sam.last.text == "after"


async def refused():
    async with bot_at(NOWHERE) as bot:
        await bot.send_message(5, "hello")


async def silent_handshake():
    async with server() as (address, _), bot_at(f"https://{address}", connect_timeout=0.1) as bot:
        await bot.send_message(5, "hello")


async def all_busy():
    async with server() as (address, heads), bot_at(f"http://{address}", connections=1) as bot:
        first = asyncio.create_task(bot.send_message(5, "first"))
        await heads.get()
        try:
            await bot.send_message(5, "second", pool_timeout=0.1)
        finally:
            first.cancel()
            assert heads.empty()


async def unopened():
    await Bot(TOKEN, request=AiohttpRequest()).send_message(5, "hello")


async def proxy_refuses():
    async with (
        server(http("407 Proxy Authentication Required")) as (address, _),
        bot_at("https://telegram.test", proxy=f"http://u:pass@{address}") as bot,
    ):
        await bot.send_message(5, "hello")


async def no_such_proxy():
    async with bot_at("https://telegram.test", proxy="socks5://u:pass@127.0.0.1:1") as bot:
        await bot.send_message(5, "hello")


NEVER_SENT = [refused, silent_handshake, all_busy, unopened, proxy_refuses, no_such_proxy]


@pytest.mark.parametrize("happens", NEVER_SENT)
async def test_what_surely_never_arrived_is_told_apart(happens):
    with pytest.raises(NotDelivered) as caught:
        await happens()
    assert isinstance(caught.value, TimedOut) == (happens in (silent_handshake, all_busy))


async def test_a_stranger_with_a_certificate_of_its_own_gets_nothing(tmp_path):
    (tmp_path / "own.pem").write_text(OWN_CERTIFICATE)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "own.pem")
    async with server(YES, tls=context) as (address, heads), bot_at(f"https://{address}") as bot:
        with pytest.raises(NotDelivered, match="certificate verify failed"):
            await bot.log_out()
    assert heads.empty()


@pytest.mark.parametrize("name", ["cut before", "cut after", "garbled", "slow"])
async def test_what_may_have_arrived_is_never_called_undelivered(fake, url, sam, name):
    async with bot_at(url, **patience(name)) as bot:
        FAULTS[name][0](fake.faults)
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(5, "hello")
    assert not isinstance(caught.value, NotDelivered | CallFailed)


@pytest.mark.parametrize(
    ("status", "failed"), [("500 E", True), ("502 E", True), ("503 E", True), ("504 E", False)]
)
async def test_who_says_that_it_failed_is_believed_but_not_who_gave_up_waiting(status, failed):
    page = http(status, b"<html>", Content_Type="text/html")
    async with server(page) as (address, _), bot_at(f"http://{address}") as bot:
        with pytest.raises(NetworkError, match=status[:3]) as caught:
            await bot.send_message(5, "hello")
    assert isinstance(caught.value, CallFailed) == failed


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"ok": true}', b"\xff"])
async def test_an_answer_that_says_nothing_is_a_network_fault_and_is_not_logged(body, caplog):
    async with server(json(body)) as (address, _), bot_at(f"http://{address}") as bot:
        with pytest.raises(NetworkError, match="JSON of Telegram"):
            await bot.send_message(5, "hello")
    assert caplog.text == ""


async def test_an_upload_that_nobody_reads_ends_and_holds_up_no_shutdown(monkeypatch, caplog):
    monkeypatch.setattr(transport, "GRACE", 0.1)
    large = bytes(30_000_000)
    async with server() as (address, _), asyncio.timeout(10):
        async with bot_at(f"http://{address}") as bot:
            stuck = asyncio.create_task(bot.send_document(5, large))
            with pytest.raises(TimedOut):
                await bot.send_document(5, large, write_timeout=0.1)
        assert not stuck.done()
        stuck.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stuck
    assert caplog.text == ""


@pytest.mark.parametrize("status", ["200 OK", "302 Found", "403 Forbidden", "404 Not Found"])
async def test_an_answer_of_something_in_between_is_a_network_fault(status):
    page = http(status, f"<p>/bot{TOKEN}/sendMessage?</p>".encode(), Content_Type="text/html")
    async with server(page) as (address, _), bot_at(f"http://{address}") as bot:
        with pytest.raises(NetworkError, match=status[:3]) as caught:
            await bot.send_message(5, "hello")
        assert type(caught.value) is NetworkError
        if status != "200 OK":
            with pytest.raises(NetworkError, match=status[:3]):
                await bot.request.retrieve(f"http://{address}/file/bot{TOKEN}/a.png")


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
async def test_it_follows_nobody_elsewhere(status):
    async with server(YES) as (elsewhere, heads):
        moved = http(status, Location=f"http://{elsewhere}/bot{TOKEN}/logOut")
        async with server(moved) as (address, _), bot_at(f"http://{address}") as bot:
            with pytest.raises(NetworkError):
                await bot.log_out()
            with pytest.raises(NetworkError):
                await bot.request.retrieve(f"http://{address}/file/bot{TOKEN}/a.png")
    assert heads.empty()


async def test_an_endless_answer_is_left_unread(monkeypatch):
    monkeypatch.setattr(transport, "LARGEST", 100_000)
    async with server(json(b" " * 100_001)) as (address, _), bot_at(f"http://{address}") as bot:
        with pytest.raises(NetworkError, match="100000 bytes"):
            await bot.log_out()


# --- proxies ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "host", "used"),
    [
        ("HTTP_PROXY", "telegram.test", True),
        ("http_proxy", "telegram.test", True),
        ("ALL_PROXY", "telegram.test", True),
        ("HTTPS_PROXY", "127.0.0.1:1", False),
        ("HTTP_PROXY", "127.0.0.1:1", False),
    ],
)
async def test_proxies_of_the_environment(monkeypatch, variable, host, used):
    async with server(YES) as (address, heads):
        monkeypatch.setenv(variable, f"http://u:pass@{address}")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        async with bot_at(f"http://{host}") as bot:
            if used:
                assert await bot.log_out()
                head = heads.get_nowait()
                assert head.startswith(f"POST http://{host}/bot{TOKEN}/logOut HTTP/1.1")
                assert "Proxy-Authorization: Basic dTpwYXNz" in head
            else:
                with pytest.raises(NotDelivered):
                    await bot.log_out()
                assert heads.empty()


async def test_a_proxy_given_in_words_comes_first_and_sees_no_token_of_https(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", NOWHERE)
    async with (
        server(http("502 Bad Gateway")) as (address, heads),
        bot_at("https://telegram.test", proxy=f"http://{address}") as bot,
    ):
        with pytest.raises(NotDelivered, match="ClientHttpProxyError"):
            await bot.log_out()
    head = heads.get_nowait()
    assert head.startswith("CONNECT telegram.test:443 HTTP/1.1")
    assert TOKEN not in head


async def test_a_proxy_of_another_kind_is_refused_in_plain_words():
    with pytest.raises(NotDelivered, match="should be http://host:port"):
        await no_such_proxy()


# --- opening and closing ------------------------------------------------------------------------


async def test_a_bot_can_be_shut_down_and_opened_again(url, sam):
    request = AiohttpRequest()
    bot = Bot(TOKEN, f"{url}/bot", request=request, get_updates_request=AiohttpRequest(1))
    for text in ("one", "two"):
        async with bot:
            await request.initialize()  # once more changes nothing
            await bot.send_message(5, text)
        await bot.shutdown()
        assert sam.last.text == text


async def test_a_shutdown_ends_calls_in_flight_and_in_the_queue(fake, url, sam, caplog):
    caplog.set_level(logging.WARNING)
    fake.faults.slow(30, times=20)
    shown = fake.subscribe()
    async with bot_at(url, connections=4) as bot:
        calls = [asyncio.create_task(bot.send_message(5, str(number))) for number in range(20)]
        for _ in range(4):
            await shown.get()
    async with asyncio.timeout(5):
        errors = await asyncio.gather(*calls, return_exceptions=True)
    assert all(isinstance(error, NetworkError) for error in errors)
    assert [isinstance(error, NotDelivered) for error in errors] == [False] * 4 + [True] * 16
    assert caplog.text == ""


async def test_a_cancelled_call_gives_its_connection_back(fake, url, sam):
    fake.faults.slow(30)
    shown = fake.subscribe()
    async with bot_at(url, connections=1) as bot:
        call = asyncio.create_task(bot.send_message(5, "late"))
        await shown.get()
        call.cancel()
        await bot.send_message(5, "next")
    assert call.cancelled()
    assert sam.last.text == "next"


# --- secrets ------------------------------------------------------------------------------------


@pytest.fixture
async def everything_logged(caplog):
    caplog.set_level(logging.DEBUG)
    for library in TALKATIVE:  # a test before may have set up a log that keeps them quiet
        caplog.set_level(logging.DEBUG, logger=library)
    asyncio.get_running_loop().set_debug(True)
    return caplog


def logged(caplog):
    """All lines but one pair of the library's own, which the bot's log formatter blanks."""
    return [line for line in caplog.text.splitlines() if " Set Bot API " not in line]


def assert_secret(error, caplog):
    shown = [f"{each} {each!r} {each.args} {vars(each)}" for each in chain(error)]
    for line in shown + logged(caplog):
        assert TOKEN not in line
        assert "u:pass" not in line


@pytest.mark.parametrize("name", FAULTS)
async def test_no_fault_shows_the_token(fake, url, sam, name, everything_logged):
    async with bot_at(url, **patience(name)) as bot:
        FAULTS[name][0](fake.faults)
        with pytest.raises(FAULTS[name][1]) as caught:
            await bot.send_message(5, "hello")
        assert TOKEN not in repr(bot.request)
    assert_secret(caught.value, everything_logged)


@pytest.mark.parametrize("happens", NEVER_SENT)
async def test_no_failed_connection_shows_a_secret(happens, everything_logged):
    with pytest.raises(NotDelivered) as caught:
        await happens()
    assert_secret(caught.value, everything_logged)


@pytest.mark.parametrize("url", ["http://", "http://host:99999999", "htp://host", "nothing"])
async def test_no_odd_address_shows_the_token(url, everything_logged):
    async with bot_at(url) as bot:
        with pytest.raises(NotDelivered) as caught:
            await bot.send_message(5, "hello")
    assert_secret(caught.value, everything_logged)


async def test_no_foreign_page_and_no_dead_upload_shows_the_token(everything_logged):
    page = http("404 Not Found", f"/bot{TOKEN}/".encode(), Content_Type="text/html")
    async with server(page) as (address, _), bot_at(f"http://{address}") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_document(5, io.BytesIO(bytes(30_000_000)))
    assert_secret(caught.value, everything_logged)


async def test_success_shows_no_token_either(url, sam, everything_logged):
    async with bot_at(url) as bot:
        await bot.send_document(5, b"{}", filename="export.json")
        await bot.get_updates(timeout=0)
    lines = "".join(logged(everything_logged))
    assert "sendDocument" in lines
    assert TOKEN not in lines


# Made for these tests alone; nothing trusts it.
OWN_CERTIFICATE = """
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4nMlacG7KnK22yYW
luShNJp8GFmzZclsU15CCqYSKbyhRANCAAR2kdmhk0HKfmEAIC9hjTWsLtfafTI8
R2g/lWf0sRpZdmLfQTHB/FZJECnbM2FVRMe4EuPcGsZPNTgMLjAEFH2D
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUZjBBGU2ZMTk74h6J5j7muh7JREYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA0MTIzOFoYDzIxMjYxMDI4
MDQxMjM4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR2kdmhk0HKfmEAIC9hjTWsLtfafTI8R2g/lWf0sRpZdmLfQTHB/FZJ
ECnbM2FVRMe4EuPcGsZPNTgMLjAEFH2Do28wbTAdBgNVHQ4EFgQUX4eb/oQCMpK0
eID2u1bU7DzvslwwHwYDVR0jBBgwFoAUX4eb/oQCMpK0eID2u1bU7DzvslwwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgOWC9Z2RLnYI/MwlA1kpZJBz+tbmu/4PJnkiYfNEIrEoCIQDv
yzIyCYN7ax5drm76seXvsrtmsiMKuI/mVLlpCDrWSQ==
-----END CERTIFICATE-----
"""
