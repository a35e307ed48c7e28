"""The fake is only worth its strictness: these tests hold it to Telegram's own behaviour."""

import asyncio
import json
import re
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, FormData, web
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import (
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)

from bot.playground.fake_telegram import FakeTelegram, chat_view
from bot.playground.fake_telegram.doors.http import serve
from bot.playground.fake_telegram.doors.in_process import InProcessRequest
from bot.playground.fake_telegram.people.person import PIXEL
from bot.playground.fake_telegram.rules.entities import utf16
from bot.playground.fake_telegram.rules.errors import ApiError, CannotAct, ConnectionCut
from bot.playground.fake_telegram.rules.html import parse
from bot.playground.fake_telegram.rules.html_page import write
from bot.playground.fake_telegram.rules.params import Upload

MORNING = datetime(2026, 1, 5, 7, tzinfo=UTC)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
def fake(monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else the library warns of its own 429
    return FakeTelegram(now=lambda: MORNING)


@pytest.fixture
def sam(fake):
    person = fake.person(id=5, first_name="Sam")
    person.say("/start")
    return person


def keyboard(*labels, **button):
    button = button or {"callback_data": "x"}
    return {"inline_keyboard": [[{"text": label, **button} for label in labels]]}


def keys(*labels):
    return {"keyboard": [[{"text": label} for label in labels]]}


async def result(fake, method, files=None, **params):
    envelope = await fake.call(method, params, files)
    assert envelope["ok"], envelope
    return envelope["result"]


async def refusal(fake, method, files=None, **params):
    envelope = await fake.call(method, params, files)
    assert not envelope["ok"], envelope
    return envelope["error_code"], envelope["description"]


# --- a real python-telegram-bot behind both doors -----------------------------------------------


async def echo(update, context):
    message = update.effective_message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Again", callback_data="again")]])
    await message.reply_html(f"<b>{message.text_html}</b>", reply_markup=markup)


async def again(update, context):
    await update.callback_query.answer("Here you go")
    await update.callback_query.edit_message_text("again")


async def liked(update, context):
    await context.bot.send_message(update.effective_chat.id, "thanks")


def echo_bot(builder):
    application = builder.token("1:TEST").updater(None).build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.add_handler(CallbackQueryHandler(again))
    application.add_handler(MessageReactionHandler(liked))
    return application


@asynccontextmanager
async def polling(fake, application):
    """The application polls and handles each update before it confirms it."""

    async def poll():
        offset = 0
        while True:
            kinds = Update.ALL_TYPES
            found = await application.bot.get_updates(offset, timeout=50, allowed_updates=kinds)
            for update in found:
                await application.process_update(update)
                offset = update.update_id + 1

    async with application:
        poller = asyncio.create_task(poll())
        yield
        poller.cancel()
        await asyncio.gather(poller, return_exceptions=True)


@asynccontextmanager
async def in_process(fake):
    builder = ApplicationBuilder().request(InProcessRequest(fake))
    async with polling(fake, echo_bot(builder.get_updates_request(InProcessRequest(fake)))):
        yield


@asynccontextmanager
async def over_http(fake):
    async with serve(fake) as url:
        builder = ApplicationBuilder().base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
        async with polling(fake, echo_bot(builder)):
            yield


@pytest.mark.parametrize("door", [in_process, over_http])
async def test_a_chat_through_either_door(fake, door):
    sam = fake.person()
    async with door(fake):
        sam.say("hips & quads")
        await fake.idle()
        assert sam.last.text == "hips & quads"
        assert sam.last.html == "<b>hips &amp; quads</b>"
        assert sam.last.buttons == [["Again"]]
        tap = sam.tap("Again")
        await fake.idle()
        assert (tap.answered, tap.toast, sam.toasts) == (True, "Here you go", ["Here you go"])
        assert (sam.last.text, sam.last.edits, sam.last.buttons) == ("again", 1, [])
        sam.react("👍", sam.last)
        await fake.idle()
        assert sam.last.text == "thanks"
    assert {call.outcome for call in fake.calls if call.method != "getUpdates"} == {"ok"}


@pytest.mark.parametrize("door", [in_process, over_http])
async def test_files_travel_both_ways_through_either_door(fake, door):
    sam = fake.person()
    sam.say("/start")
    async with bare_bot(fake, door) as bot:
        sent = await bot.send_document(5, b"{}", filename="export.json", caption="yours")
        assert (sam.last.kind, sam.last.caption, sam.last.media.name) == (
            "document",
            "yours",
            "export.json",
        )
        album = await bot.send_media_group(5, [InputMediaPhoto(PIXEL), InputMediaPhoto(PIXEL)])
        assert len({message.media_group_id for message in album}) == 1
        again = await bot.send_document(5, sent.document.file_id)
        assert again.document.file_unique_id == sent.document.file_unique_id
        voice = sam.send_voice(b"OggS-hello", seconds=4)
        file = await bot.get_file(voice.media.file_id)
        assert bytes(await file.download_as_bytearray()) == b"OggS-hello"
        fake.move(timedelta(hours=1))  # then a path leads nowhere any more
        with pytest.raises(TelegramError):
            await file.download_as_bytearray()


@pytest.mark.parametrize("door", [in_process, over_http])
async def test_a_path_that_was_not_asked_for_leads_nowhere(fake, door):
    sam = fake.person()
    mine = sam.send_video_note(b"film", seconds=9)
    async with bare_bot(fake, door) as bot:
        guessed = File(mine.media.file_id, "unique", file_path=mine.media.path)
        guessed.set_bot(bot)
        with pytest.raises(TelegramError):
            await guessed.download_as_bytearray()
        with pytest.raises(BadRequest, match="file_id"):
            await bot.get_file("voice-99")
        assert (await bot.get_file(mine.media.file_id)).file_size == 4


@asynccontextmanager
async def bare_bot(fake, door):
    """A bot of the library behind a door, with little patience."""
    builder = ApplicationBuilder().token("1:TEST").updater(None)
    async with serve(fake) as url:
        if door is in_process:
            builder = builder.request(InProcessRequest(fake, read_timeout=0.2))
        else:
            builder = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
            builder = builder.read_timeout(0.2)
        async with builder.build() as application:
            yield application.bot


OPUS = b"OggS" + bytes(24) + b"OpusHead"


async def test_a_voice_is_opus_in_ogg_and_its_caption_short(fake, sam):
    async with bare_bot(fake, in_process) as bot:
        for content in (b"content", b"OggS and Vorbis", b"ID3 and MPEG"):
            with pytest.raises(BadRequest, match="not opus in ogg"):
                await bot.send_voice(5, content)
        with pytest.raises(BadRequest, match="caption is too long"):
            await bot.send_voice(5, OPUS, caption="x" * 1025)
        await bot.send_voice(5, OPUS, caption="x" * 1024, duration=7)
    assert sam.last.media.api()["duration"] == 7


@pytest.mark.parametrize("kind", ["animation", "audio", "sticker", "video", "voice"])
async def test_every_kind_of_media_comes_back_as_the_library_knows_it(fake, sam, kind):
    async with bare_bot(fake, in_process) as bot:
        sent = await getattr(bot, f"send_{kind}")(5, OPUS if kind == "voice" else b"content")
        assert sam.last.kind == kind
        again = await getattr(bot, f"send_{kind}")(5, getattr(sent, kind).file_id)
        assert getattr(again, kind) == getattr(sent, kind)


FAULTS = [
    ("429", lambda f: f.refuse(429, retry_after=7), RetryAfter, False),
    ("403", lambda f: f.refuse(403), Forbidden, False),
    ("400", lambda f: f.refuse(400, "Bad Request: no"), BadRequest, False),
    ("moved", lambda f: f.refuse(400, "moved", migrate_to_chat_id=-9), ChatMigrated, False),
    ("500", lambda f: f.refuse(500), NetworkError, False),
    ("502", lambda f: f.refuse(502), NetworkError, False),
    ("cut before", lambda f: f.cut(delivered=False), NetworkError, False),
    ("cut after", lambda f: f.cut(delivered=True), NetworkError, True),
    ("refused", lambda f: f.unreachable(), NetworkError, False),
    ("garbled", lambda f: f.garble(), TelegramError, True),
    ("slow", lambda f: f.slow(30), TimedOut, True),
]


@pytest.mark.parametrize("door", [in_process, over_http])
@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0] for fault in FAULTS])
async def test_every_fault_through_either_door(fake, sam, door, fault):
    _, plan, error, arrives = fault
    async with bare_bot(fake, door) as bot:
        plan(fake.faults)
        with pytest.raises(error) as caught:
            await bot.send_message(5, "hello")
        assert type(caught.value) is error
        assert [m.text for m in sam.messages if m.from_bot] == ["hello"] * arrives
        await bot.send_message(5, "after")
        assert sam.last.text == "after"


async def test_a_bad_gateway_answers_no_json(fake, sam):
    fake.faults.refuse(502, method="getMe")
    async with serve(fake) as url, ClientSession(url) as session:
        async with session.post("/bot1:TEST/getMe") as answer:
            assert (answer.status, answer.content_type) == (502, "text/html")
        async with session.post("/bot1:TEST/getMe") as answer:
            assert (answer.status, answer.content_type) == (200, "application/json")


async def test_faults_aim_at_a_method_and_a_chat(fake, sam):
    fake.person(id=6).say("/start")
    fake.faults.refuse(429, times=2, method="sendMessage", chat_id=6)
    assert await result(fake, "sendMessage", chat_id=5, text="a")
    assert await result(fake, "sendChatAction", chat_id=6, action="typing")
    for _ in range(2):
        code, words = await refusal(fake, "sendmessage", chat_id=6, text="b")
        assert (code, words) == (429, "Too Many Requests: retry after 1")
    assert await result(fake, "sendMessage", chat_id=6, text="c")


async def test_a_fault_without_method_spares_the_poll(fake, sam):
    fake.faults.refuse(403)
    assert len(await result(fake, "getUpdates")) == 1
    assert (await refusal(fake, "sendMessage", chat_id=5, text="a"))[0] == 403
    fake.faults.cut(delivered=True, method="getUpdates")
    with pytest.raises(ConnectionCut):
        await fake.call("getUpdates", {})
    assert [call.outcome for call in fake.calls][-1] == "cut"
    fake.faults.refuse(403)
    fake.faults.clear()
    assert await result(fake, "getMe")


async def test_wrong_tokens_and_methods(fake):
    async with serve(fake) as url, ClientSession(url) as session:
        for path, status in [
            ("/bot1:TEST/getme", 200),
            ("/bot1:TEST/getYou", 404),
            ("/bot1:OTHER/getMe", 401),
            ("/file/bot1:TEST/photos/file_1.png", 404),
        ]:
            async with session.get(path) as answer:
                assert (answer.status, (await answer.json())["ok"]) == (status, status == 200)
    fake.token = "1:OTHER"
    with pytest.raises(InvalidToken, match="rejected by the server"):
        async with bare_bot(fake, in_process):
            pass


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_the_http_door_takes_every_way_to_pass_parameters(fake, sam, way):
    markup = keyboard("Done")
    texts = {"chat_id": "5", "text": "hi", "reply_markup": json.dumps(markup)}
    multipart = FormData(texts, default_to_multipart=True)
    passed = {
        "query": {"params": texts},
        "form": {"data": texts},
        "multipart": {"data": multipart},
        "json": {"json": {"chat_id": 5, "text": "hi", "reply_markup": markup}},
    }[way]
    async with (
        serve(fake) as url,
        ClientSession(url) as session,
        session.post("/bot1:TEST/sendMessage", **passed) as answer,
    ):
        assert (await answer.json())["result"]["reply_markup"] == markup
    assert sam.last.buttons == [["Done"]]


# --- updates ------------------------------------------------------------------------------------


async def test_updates_stay_until_confirmed(fake, sam):
    sam.say("two")
    sam.say("three")
    first = await result(fake, "getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == ["/start", "two"]
    assert len(await result(fake, "getUpdates")) == 3
    rest = await result(fake, "getUpdates", offset=first[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["three"]
    sam.say("four")
    sam.say("five")
    newest = await result(fake, "getUpdates", offset=-1)
    assert [update["message"]["text"] for update in newest] == ["five"]
    assert len(await result(fake, "getUpdates")) == 1


async def test_at_most_a_hundred_updates_at_once_and_none_after_a_day(fake, sam):
    for number in range(150):
        sam.say(str(number))
    assert len(await result(fake, "getUpdates", limit=500)) == 100
    fake.move(timedelta(hours=24))
    assert await result(fake, "getUpdates") == []


async def test_a_long_poll_wakes_for_an_update_and_ends_for_a_newer_poll(fake, sam):
    poll = asyncio.create_task(fake.call("getUpdates", {"offset": 2, "timeout": 50}))
    await asyncio.sleep(0)
    assert not poll.done()
    newer = asyncio.create_task(fake.call("getUpdates", {"offset": 2, "timeout": 50}))
    older = await poll
    assert older["error_code"] == 409
    assert older["description"].startswith("Conflict: terminated by other getUpdates request")
    sam.say("hi")
    assert (await newer)["result"][0]["message"]["text"] == "hi"


async def test_two_pollers_of_the_library_see_the_conflict(fake):
    async with bare_bot(fake, over_http) as one, bare_bot(fake, over_http) as two:
        poll = asyncio.create_task(one.get_updates(timeout=50))
        while fake.calls[-1].method != "getUpdates":
            await fake.updates.signal.wait(1)
        newer = asyncio.create_task(two.get_updates(timeout=50))
        with pytest.raises(Conflict):
            await poll
        fake.person().say("hi")
        assert len(await newer) == 1


async def test_updates_that_nobody_asked_for_never_come(fake, sam):
    message = await result(fake, "sendMessage", chat_id=5, text="hi")
    sam.react("👍", message["message_id"])
    assert [set(u) - {"update_id"} for u in await result(fake, "getUpdates")] == [{"message"}]
    await result(fake, "getUpdates", offset=9, allowed_updates=["message_reaction"])
    sam.say("not asked for")
    sam.react("🔥", message["message_id"])
    (update,) = await result(fake, "getUpdates")
    assert update["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]


async def test_idle_waits_for_the_confirmation(fake, sam):
    waiting = asyncio.create_task(fake.idle())
    (update,) = await result(fake, "getUpdates")
    await asyncio.sleep(0)
    assert not waiting.done()
    await result(fake, "getUpdates", offset=update["update_id"] + 1)
    await waiting
    sam.say("hi")
    with pytest.raises(TimeoutError):
        await fake.idle(seconds=0.01)


@asynccontextmanager
async def receiver(statuses):
    """A bot's web server that answers with these statuses, then with 200."""
    seen = []

    async def receive(request):
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response(status=statuses.pop(0) if statuses else 200)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", seen
    await runner.cleanup()


async def test_a_webhook_gets_every_update_with_the_secret_and_again_after_errors(fake, sam):
    fake.webhook.first_pause = 0.001
    async with receiver([500, 404]) as (url, seen):
        await result(fake, "setWebhook", url=url, secret_token="s3cret")
        sam.say("two")
        await fake.idle()
        assert {secret for secret, _ in seen} == {"s3cret"}
        texts = [update["message"]["text"] for _, update in seen]
        assert texts == ["/start", "/start", "/start", "two"]
        info = await result(fake, "getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == (url, 0)
        assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"
        code, words = await refusal(fake, "getUpdates")
        assert code == 409
        assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
        await result(fake, "deleteWebhook")
        sam.say("three")
        assert len(await result(fake, "getUpdates")) == 1
        assert len(seen) == 4
    await fake.close()


async def test_a_chat_whose_updates_fail_holds_up_nobody_else(fake, sam):
    fake.webhook.first_pause = 50
    async with receiver([500]) as (url, seen):
        await result(fake, "setWebhook", url=url)
        while not seen:
            await fake.updates.signal.wait(0.01)
        sam.say("waits its turn")
        fake.person(id=6).say("passes")
        while len(seen) < 2:
            await fake.updates.signal.wait(0.01)
        texts = [update["message"]["text"] for _, update in seen]
        assert texts == ["/start", "passes"]
        await result(fake, "deleteWebhook")


async def test_a_webhook_waits_for_a_bot_that_is_down(fake, sam):
    fake.webhook.first_pause = 0.001
    async with receiver([]) as (url, _):
        pass
    await result(fake, "setWebhook", url=url)
    with pytest.raises(TimeoutError):
        await fake.idle(seconds=0.05)
    assert "Connection failed" in (await result(fake, "getWebhookInfo"))["last_error_message"]
    await result(fake, "deleteWebhook", drop_pending_updates=True)
    assert await result(fake, "getUpdates") == []


# --- strictness ---------------------------------------------------------------------------------

PARSE = "can't parse entities: "
BAD_HTML = [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("х</b>", "Unexpected end tag at byte offset 2"),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("x <b", "Unclosed start tag at byte offset 2"),
    ('<a href="x', "Unclosed start tag at byte offset 0"),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("<a =x>l</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x:y>l</a>", "Unexpected end of name token at byte offset 0"),
    (
        "<b class>x</b>",
        'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0',
    ),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
]


@pytest.mark.parametrize(("source", "problem"), BAD_HTML)
async def test_bad_html_is_refused(fake, sam, source, problem):
    refused = await refusal(fake, "sendMessage", chat_id=5, text=source, parse_mode="HTML")
    assert refused == (400, f"Bad Request: {PARSE}{problem}")


GOOD_HTML = [
    ("a&amp;b &lt;i&gt; &#128512;", "a&b <i> 😀", []),
    ("&nbsp; &copy; & ;", "&nbsp; &copy; & ;", []),
    ("😀<b>x</b>", "😀x", [("bold", 2, 1)]),
    ("<b>b<i>i</i></b>", "bi", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<B>x</>", "x", [("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ("<ins>u</ins><del>s</del>", "us", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<pre><code class='language-py'>x</code></pre>", "x", [("pre", 0, 1)]),
    ("<code><b>x</b></code>", "x", [("code", 0, 1)]),
    ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ('<a href="https://a.org?x=1&amp;y=2">l</a>', "l", [("text_link", 0, 1)]),
    ('<a href="javascript:alert(1)">l</a>', "l", []),
    ('<a href="http://localhost">l</a>', "l", []),
    ("  \n<b>x </b> y  \n", "x  y", [("bold", 0, 2)]),
    ("<b>x  </b>\n", "x", [("bold", 0, 1)]),
    ("/done or https://a.org", "/done or https://a.org", [("bot_command", 0, 5), ("url", 9, 13)]),
    ("<code>/done</code>", "/done", [("code", 0, 5)]),
]


@pytest.mark.parametrize(("source", "text", "entities"), GOOD_HTML)
async def test_html_becomes_text_and_entities_in_utf16(fake, sam, source, text, entities):
    sent = await result(fake, "sendMessage", chat_id=5, text=source, parse_mode="HTML")
    assert sent["text"] == text
    assert [(e["type"], e["offset"], e["length"]) for e in sent.get("entities", [])] == entities


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_escaped_text_always_comes_back_as_it_was(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert parse(f"<b>{escaped}</b>")[0] == text


@settings(deadline=None)
@given(st.text(alphabet="ab<>/&;=\"' b😀", max_size=30))
def test_any_markup_is_parsed_or_refused(source):
    with suppress(ApiError):
        text, entities = parse(source)
        assert all(e["offset"] + e["length"] <= utf16(text) for e in entities)
        assert parse(write(text, entities))[0] == text


REFUSED = [
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {}, "message text is empty"),
    ("sendMessage", {"text": "  "}, "text must be non-empty"),
    ("sendMessage", {"text": "x", "chat_id": ""}, "chat_id is empty"),
    ("sendMessage", {"text": "x", "chat_id": 77}, "chat not found"),
    ("sendMessage", {"text": "x", "parse_mode": "Fancy"}, "unsupported parse_mode"),
    ("sendMessage", {"text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, "message is too long"),
    (
        "sendMessage",
        {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 9}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
    (
        "sendMessage",
        {"text": "x", "reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    ("sendMessage", {"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ("sendPhoto", {}, "there is no photo in the request"),
    ("sendPhoto", {"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"photo": "https://a.org/x.png"}, "failed to get HTTP URL content"),
    ("sendPhoto", {"photo": "attach://x"}, 'no file attached under the name "x"'),
    ("sendMediaGroup", {"media": []}, "too few messages to send as an album"),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x"}] * 11},
        "too many messages to send as an album",
    ),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "x"}]},
        "document can't be mixed with other media types",
    ),
    ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
    ("sendLocation", {"latitude": 1.0}, 'parameter "longitude" is required'),
    ("sendPoll", {"question": "q", "options": []}, "poll must have from 1 to 12 answer options"),
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"text": "x", "message_id": 99}, "message to edit not found"),
    ("editMessageText", {"text": "x", "message_id": 1}, "message can't be edited"),
    ("editMessageText", {"text": "x" * 4097, "message_id": 2}, "MESSAGE_TOO_LONG"),
    ("editMessageText", {"text": "hello", "message_id": 2}, NOT_MODIFIED),
    ("editMessageCaption", {"message_id": 2}, "there is no caption in the message to edit"),
    ("editMessageReplyMarkup", {"message_id": 2}, NOT_MODIFIED),
    (
        "editMessageText",
        {"text": "x", "message_id": 2, "reply_markup": keys("a")},
        "inline keyboard expected",
    ),
    ("editMessageText", {"text": "x", "message_id": 3}, "message can't be edited"),
    ("deleteMessage", {"message_id": 99}, "message to delete not found"),
    ("deleteMessages", {"message_ids": []}, "there must be from 1 to 100 message identifiers"),
    ("forwardMessage", {"from_chat_id": 5, "message_id": 99}, "message to forward not found"),
    ("copyMessage", {"from_chat_id": 5, "message_id": 99}, "message to copy not found"),
    ("pinChatMessage", {"message_id": 99}, "message to pin not found"),
    ("unpinChatMessage", {}, "message to unpin not found"),
    (
        "setMessageReaction",
        {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "🦵"}]},
        "REACTION_INVALID: 🦵",
    ),
    ("answerCallbackQuery", {"callback_query_id": "9", "chat_id": None}, TOO_OLD),
    (
        "answerCallbackQuery",
        {"callback_query_id": "9", "text": "x" * 201, "chat_id": None},
        "MESSAGE_TOO_LONG",
    ),
    (
        "getFile",
        {"file_id": "x", "chat_id": None},
        "wrong file_id or the file is temporarily unavailable",
    ),
    (
        "setMyCommands",
        {"commands": [{"command": "Done", "description": "d"}], "chat_id": None},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyShortDescription",
        {"short_description": "x" * 121, "chat_id": None},
        "bot short description is too long",
    ),
    (
        "setWebhook",
        {"url": "ftp://a.org", "chat_id": None},
        "bad webhook: An HTTPS URL must be provided for webhook",
    ),
    ("leaveChat", {}, "chat member status can't be changed in private chats"),
    ("getChatMember", {"user_id": 99}, "member not found"),
    # the fake's own: Telegram would ignore these, and hide the mistake
    ("sendMessage", {"text": "x", "silent": True}, "sendMessage has no parameter silent"),
    (
        "sendMessage",
        {"text": "x", "reply_markup": keyboard("a", callback_dat="b")},
        "sendMessage has no parameter reply_markup.inline_keyboard[0][0].callback_dat",
    ),
    ("sendMessage", {"text": "x", "disable_notification": "perhaps"}, "disable_notification"),
]


@pytest.mark.parametrize(
    ("method", "params", "problem"), REFUSED, ids=[f"{m}-{p}"[:60] for m, _, p in REFUSED]
)
async def test_what_telegram_refuses(fake, sam, method, params, problem):
    await result(fake, "sendMessage", chat_id=5, text="hello")
    await result(fake, "sendMessage", chat_id=5, text="keys", reply_markup=keys("a"))
    params = {"chat_id": 5} | params
    given = {name: value for name, value in params.items() if value is not None}
    code, words = await refusal(fake, method, **given)
    assert code == 400
    if words.endswith("(strict fake)"):
        assert problem in words
    else:
        assert words == f"Bad Request: {problem}"


BUTTON = "can't parse inline keyboard button: "
BAD_KEYBOARDS = [
    (keyboard("a", callback_data="x" * 65), "BUTTON_DATA_INVALID"),
    (keyboard("a", callback_data="ж" * 33), "BUTTON_DATA_INVALID"),
    (
        keyboard("a", callback_data=""),
        f"{BUTTON}Text buttons are unallowed in the inline keyboard",
    ),
    (keyboard("a", callback_data="x", url="https://a.org"), f"{BUTTON}exactly one action"),
    (keyboard("", callback_data="x"), f'{BUTTON}Can\'t find field "text"'),
    (
        keyboard("a", url="not-a-url"),
        "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
    ),
    (keyboard(*"a" * 101), "reply markup is too long"),
    (keyboard(*["b" * 60] * 99, callback_data="x" * 60), "reply markup is too long"),
    (keys(""), "can't parse keyboard button: Can't find field \"text\""),
]


@pytest.mark.parametrize(("markup", "problem"), BAD_KEYBOARDS)
async def test_bad_keyboards_are_refused(fake, sam, markup, problem):
    code, words = await refusal(fake, "sendMessage", chat_id=5, text="x", reply_markup=markup)
    assert (code, words[: len(problem) + 13]) == (400, f"Bad Request: {problem}")


ACCEPTED = [
    ("sendMessage", {"text": "x" * 4096}),
    ("sendMessage", {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}),
    ("sendMessage", {"text": "x", "reply_markup": keyboard(*"a" * 100)}),
    ("sendMessage", {"text": "x", "reply_markup": keyboard("a", callback_data="x" * 64)}),
    ("sendMessage", {"text": "x", "reply_markup": {"inline_keyboard": []}}),
    ("sendMessage", {"text": "x", "reply_markup": {"remove_keyboard": True}}),
    ("sendMessage", {"text": "x", "link_preview_options": {"is_disabled": True}}),
    ("sendLocation", {"latitude": 52.5, "longitude": 13.4}),
    ("sendPoll", {"question": "q", "options": [{"text": "a"}, {"text": "b"}]}),
    ("sendChatAction", {"action": "typing"}),
    ("getChat", {}),
    ("getChatMember", {"user_id": 5}),
    ("pinChatMessage", {"message_id": 1}),
    ("copyMessage", {"from_chat_id": 5, "message_id": 1}),
    ("forwardMessage", {"from_chat_id": 5, "message_id": 1}),
    ("deleteMessage", {"message_id": 1}),
    ("deleteMessages", {"message_ids": [1, 99]}),
    ("setMessageReaction", {"message_id": 1, "reaction": []}),
    ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ("getChatMenuButton", {}),
]


@pytest.mark.parametrize(("method", "params"), ACCEPTED)
async def test_what_telegram_takes(fake, sam, method, params):
    assert await result(fake, method, chat_id=5, **params)


async def test_captions_are_measured_as_captions(fake, sam):
    photo = {"photo": PIXEL}
    sent = await result(fake, "sendPhoto", photo, chat_id=5, caption="x" * 1024)
    words = await refusal(fake, "sendPhoto", photo, chat_id=5, caption="x" * 1025)
    assert words == (400, "Bad Request: message caption is too long")
    number = sent["message_id"]
    words = await refusal(
        fake, "editMessageCaption", chat_id=5, message_id=number, caption="x" * 1025
    )
    assert words == (400, "Bad Request: MEDIA_CAPTION_TOO_LONG")
    words = await refusal(fake, "editMessageText", chat_id=5, message_id=number, text="x")
    assert words == (400, "Bad Request: there is no text in the message to edit")


async def test_photos_must_be_pictures_and_files_keep_their_kind(fake, sam):
    refused = await refusal(fake, "sendPhoto", {"photo": b"not a picture"}, chat_id=5)
    assert refused == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    refused = await refusal(fake, "sendDocument", {"document": b""}, chat_id=5)
    assert refused == (400, "Bad Request: file must be non-empty")
    document = {"document": Upload(b"x", "x.txt", "text/plain")}
    sent = await result(fake, "sendDocument", document, chat_id=5)
    file_id = sent["document"]["file_id"]
    assert sent["document"]["file_name"] == "x.txt"
    refused = await refusal(fake, "sendPhoto", chat_id=5, photo=file_id)
    assert refused == (400, "Bad Request: can't use file of type Document as Photo")


async def test_media_are_edited_in_place(fake, sam):
    sent = await result(fake, "sendPhoto", {"photo": PIXEL}, chat_id=5, caption="one")
    same = {"type": "photo", "media": sent["photo"][0]["file_id"], "caption": "one"}
    place = {"chat_id": 5, "message_id": sent["message_id"]}
    assert await refusal(fake, "editMessageMedia", **place, media=same) == (
        400,
        f"Bad Request: {NOT_MODIFIED}",
    )
    other = {"type": "video", "media": "attach://clip", "caption": "<i>two</i>"}
    media = other | {"parse_mode": "HTML"}
    await result(fake, "editMessageMedia", {"clip": b"film"}, **place, media=json.dumps(media))
    assert (sam.last.kind, sam.last.caption, sam.last.edits) == ("video", "two", 1)


async def test_an_edit_takes_the_buttons_away_unless_they_come_along(fake, sam):
    buttons = keyboard("Done")
    sent = await result(fake, "sendMessage", chat_id=5, text="a", reply_markup=buttons)
    place = {"chat_id": 5, "message_id": sent["message_id"]}
    await result(fake, "editMessageText", **place, text="b", reply_markup=buttons)
    assert sam.last.buttons == [["Done"]]
    await result(fake, "editMessageText", **place, text="c")
    assert (sam.last.buttons, sam.last.edits) == ([], 2)
    await result(fake, "editMessageReplyMarkup", **place, reply_markup=buttons)
    assert (sam.last.text, sam.last.buttons) == ("c", [["Done"]])


async def test_taps_are_answered_once_and_in_time(fake, sam):
    await result(fake, "sendMessage", chat_id=5, text="a", reply_markup=keyboard("Done"))
    tap = sam.tap("Done")
    await result(
        fake, "answerCallbackQuery", callback_query_id=tap.id, text="Logged", show_alert=True
    )
    assert (tap.answered, tap.toast, tap.alert) == (True, "Logged", True)
    twice = await refusal(fake, "answerCallbackQuery", callback_query_id=tap.id)
    late = sam.tap_data(sam.last, "foreign")
    fake.move(timedelta(seconds=151))
    assert await refusal(fake, "answerCallbackQuery", callback_query_id=late.id) == twice
    assert twice == (400, f"Bad Request: {TOO_OLD}")
    update = (await result(fake, "getUpdates"))[-1]["callback_query"]
    assert (update["data"], update["message"]["text"]) == ("foreign", "a")


async def test_old_messages_can_not_be_deleted(fake, sam):
    sent = await result(fake, "sendMessage", chat_id=5, text="a")
    fake.move(timedelta(hours=49))
    refused = await refusal(fake, "deleteMessage", chat_id=5, message_id=sent["message_id"])
    assert refused == (400, "Bad Request: message can't be deleted for everyone")


async def test_a_chat_opens_with_the_first_word_and_closes_with_a_block(fake):
    sam = fake.person()
    closed = await refusal(fake, "sendMessage", chat_id=5, text="x")
    assert closed == (400, "Bad Request: chat not found")
    sam.say("/start")
    sam.block()
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await refusal(fake, "sendMessage", chat_id=5, text="x") == blocked
    assert await refusal(fake, "sendChatAction", chat_id=5, action="typing") == blocked
    with pytest.raises(CannotAct, match="unblock"):
        sam.say("hello?")
    sam.unblock()
    assert await result(fake, "sendMessage", chat_id=5, text="x")
    updates = [Update.de_json(u, None) for u in await result(fake, "getUpdates")]
    statuses = [u.my_chat_member.new_chat_member.status for u in updates if u.my_chat_member]
    assert statuses == ["kicked", "member"]


async def test_groups_hear_commands_and_replies_only(fake):
    group = fake.group(id=-100, title="Club")
    sent = await result(fake, "sendMessage", chat_id=-100, text="hello")
    group.person.say("chatter")
    group.person.say("/start")
    group.person.say("yes", reply_to=group.person.last)
    group.person.say("@limber_bot hi")
    heard = [u["message"]["text"] for u in await result(fake, "getUpdates")]
    assert heard == ["/start", "yes", "@limber_bot hi"]
    assert sent["chat"] == {"id": -100, "type": "group", "title": "Club"}
    foreign = {"chat_id": -100, "message_id": group.person.messages[1].id}
    assert (await refusal(fake, "deleteMessage", **foreign))[1].endswith("can't be deleted")
    assert (await result(fake, "getChatMember", chat_id=-100, user_id=5))["status"] == "member"
    await result(fake, "leaveChat", chat_id=-100)
    gone = await refusal(fake, "sendMessage", chat_id=-100, text="x")
    assert gone == (403, "Forbidden: bot is not a member of the group chat")
    other = fake.group(id=-200)
    other.kick_bot()
    kicked = await refusal(fake, "sendMessage", chat_id=-200, text="x")
    assert kicked == (403, "Forbidden: bot was kicked from the group chat")


async def test_the_profile_is_kept_by_language_and_scope(fake):
    await result(fake, "setMyDescription", description="Hello")
    await result(fake, "setMyDescription", description="Hallo", language_code="de")
    described = [
        (await result(fake, "getMyDescription", language_code=code))["description"]
        for code in ("de", "fr")
    ]
    assert described == ["Hallo", "Hello"]
    commands = [{"command": "done", "description": "Log today"}]
    await result(fake, "setMyCommands", commands=json.dumps(commands))
    assert await result(fake, "getMyCommands", scope={"type": "default"}) == commands
    assert await result(fake, "getMyCommands", scope={"type": "all_private_chats"}) == []
    await result(fake, "deleteMyCommands")
    assert await result(fake, "getMyCommands") == []
    await result(fake, "setMyName", name="Stretch")
    assert chat_view(fake, fake.person().id)["title"] == "Stretch"


# --- people -------------------------------------------------------------------------------------


async def test_people_tap_what_they_see(fake, sam):
    await result(fake, "sendMessage", chat_id=5, text="old", reply_markup=keyboard("Done"))
    await result(fake, "sendMessage", chat_id=5, text="new", reply_markup=keyboard("Not today"))
    assert sam.tap("Done").message.text == "old"
    assert sam.tap(re.compile("today$")).message.text == "new"
    link = keyboard("Source", url="https://a.org")
    await result(fake, "sendMessage", chat_id=5, text="why", reply_markup=link)
    with pytest.raises(CannotAct, match="no button 'Source'"):
        sam.tap("Source")  # a link opens a browser, the bot hears nothing
    with pytest.raises(CannotAct, match=r"(?s)no button 'Done'.*\[Not today\]"):
        sam.tap("Done", message=sam.messages[-2])


async def test_people_press_the_keys_on_screen(fake, sam):
    place = KeyboardButton("Where I am", request_location=True)
    markup = ReplyKeyboardMarkup([["Yes", "No"], [place]]).to_dict()
    sent = await result(fake, "sendMessage", chat_id=5, text="?", reply_markup=markup)
    assert "reply_markup" not in sent  # Telegram gives back inline keyboards only
    assert sam.keyboard == sam.last.keyboard == [["Yes", "No"], ["Where I am"]]
    assert sam.press("Yes").text == "Yes"
    sam.place = (48.1, 11.6)
    sam.press("Where I am")
    location = (await result(fake, "getUpdates"))[-1]["message"]["location"]
    assert location == {"latitude": 48.1, "longitude": 11.6}
    with pytest.raises(CannotAct, match="no key 'Maybe'"):
        sam.press("Maybe")
    removal = {"remove_keyboard": True}
    await result(fake, "sendMessage", chat_id=5, text="ok", reply_markup=removal)
    assert sam.keyboard == []
    edit = {"chat_id": 5, "message_id": sent["message_id"], "text": "!"}
    assert (await refusal(fake, "editMessageText", **edit))[1].endswith("can't be edited")


async def test_all_that_people_send_is_understood_by_the_library(fake, sam):
    message = sam.say("/remind at 7")
    sam.edit(message, "/remind at 8")
    sam.send_photo(caption="me")
    sam.send_voice(seconds=4)
    sam.send_sticker("👟")
    sam.send_document("plan.pdf", b"%PDF")
    sam.send_contact()
    sam.share_location(1, 2)
    sam.forward("read this", sender="Alex")
    updates = [Update.de_json(u, None) for u in await result(fake, "getUpdates")]
    messages = [update.message for update in updates if update.message][1:]
    assert updates[2].edited_message.text == "/remind at 8"
    assert messages[0].parse_entities(["bot_command"]).popitem()[1] == "/remind"
    assert (messages[1].caption, messages[1].photo[0].width) == ("me", 1)
    assert messages[2].voice.duration == timedelta(seconds=4)
    assert messages[3].sticker.emoji == "👟"
    assert messages[4].document.file_name == "plan.pdf"
    assert messages[5].contact.user_id == 5
    assert messages[6].location.longitude == 2
    assert messages[7].forward_origin.sender_user_name == "Alex"
    assert messages[7].from_user.language_code == "en"


async def test_the_screen_and_the_view_show_the_chat(fake, sam):
    queue = fake.subscribe()
    await result(fake, "sendMessage", chat_id=5, text="<i>Hi</i> &lt;", parse_mode="HTML")
    await result(fake, "sendPhoto", {"photo": PIXEL}, chat_id=5, reply_markup=keyboard("Done"))
    assert sam.screen() == "#1 Sam: /start\n#2 Limber: Hi <\n#3 Limber: <photo> \n  [Done]"
    view = chat_view(fake, 5)
    assert [m["html"] for m in view["messages"]] == ["/start", "<i>Hi</i> &lt;", ""]
    assert view["messages"][2]["media"]["url"] == "/file/bot1:TEST/photos/file_1.png?seen"
    assert view["messages"][2]["buttons"] == [
        [{"text": "Done", "data": "x", "url": None, "app": False}]
    ]
    await result(fake, "sendChatAction", chat_id=5, action="typing")
    await result(fake, "deleteMessage", chat_id=5, message_id=2)
    sam.react("👍")
    await result(fake, "answerCallbackQuery", callback_query_id=sam.tap("Done").id, text="ok")
    seen = [queue.get_nowait()["type"] for _ in range(queue.qsize())]
    assert seen == ["message", "message", "action", "delete", "reaction", "answered", "toast"]
    assert json.dumps(chat_view(fake, 5))
    fake.unsubscribe(queue)
    sam.say("unheard")
    assert queue.empty()


async def test_the_log_of_calls_tells_time_and_outcome(fake, sam):
    fake.move(timedelta(minutes=1))
    await result(fake, "sendMessage", chat_id="5", text="x")
    await refusal(fake, "sendMessage", chat_id=5, text="")
    one, two = fake.calls
    assert (one.at, one.method, one.params["chat_id"]) == (
        MORNING + timedelta(minutes=1),
        "sendMessage",
        5,
    )
    assert [one.outcome, two.outcome] == ["ok", "400 Bad Request: message text is empty"]


# --- a fake that runs in another process --------------------------------------------------------


async def test_it_runs_alone_and_is_driven_through_the_control_door():
    command = [sys.executable, "-m", "bot.playground.fake_telegram", "--port", "0"]
    root = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as server:  # noqa: ASYNC220
        try:
            url = server.stdout.readline().split()[3].rstrip(",")
            async with ClientSession(url) as session:
                await drive(session)
        finally:
            server.terminate()


async def drive(session):
    async def control(verb, status=200, **body):
        async with session.post(f"/control/{verb}", json=body) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def call(method, **params):
        async with session.post(f"/bot1:TEST/{method}", json=params) as answer:
            return await answer.json()

    await control("person", id=7, first_name="Ada")
    await control("say", person=7, text="/start")
    sent = await call("sendMessage", chat_id=7, text="go", reply_markup=keyboard("Done"))
    number = sent["result"]["message_id"]
    await control("tap", person=7, regex="^Do")
    await control("tap_data", person=7, message=number, data="old")
    await control("react", person=7, emoji="👍", message=number)
    await control("send_voice", person=7, data="OggS", seconds=2)
    await control("share_location", person=7, latitude=1, longitude=2)
    updates = (await call("getUpdates"))["result"]
    kinds = [next(name for name in update if name != "update_id") for update in updates]
    assert kinds == ["message", "callback_query", "callback_query", "message", "message"]
    assert "no button" in (await control("tap", status=400, person=7, label="Nope"))["error"]
    assert "person" not in (await control("state", person=7))
    await control("fault", kind="refuse", code=429, retry_after=3, method="sendMessage")
    assert (await call("sendMessage", chat_id=7, text="x"))["parameters"] == {"retry_after": 3}
    before = datetime.fromisoformat((await control("clock", seconds=0))["now"])
    after = datetime.fromisoformat((await control("clock", seconds=3600))["now"])
    assert after - before >= timedelta(hours=1)
    assert "[Done]" in (await control("screen", person=7))["screen"]
    assert [call["outcome"][:3] for call in await control("calls", method="sendMessage")] == [
        "ok",
        "429",
    ]
