"""Messages that are sent on."""

from typing import Any

from bot.playground.fake_telegram.methods.posting import post
from bot.playground.fake_telegram.methods.register import chat_of, message_of, method
from bot.playground.fake_telegram.rules import texts
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState


@method
def copy_message(state: ServerState, params: Params) -> Any:
    """The same message again, as the bot's own."""
    original = message_of(chat_of(state, params, "from_chat_id"), params, "copy")
    formatted = texts.caption_of(params) if "caption" in params else original.formatted
    content = {k: v for k, v in original.content.items() if k in ("location", "contact", "poll")}
    copy = post(state, params, media=original.media, formatted=formatted, content=content)
    return {"message_id": copy.id}


@method
def forward_message(state: ServerState, params: Params) -> Any:
    """The same message again, naming who wrote it first."""
    original = message_of(chat_of(state, params, "from_chat_id"), params, "forward")
    date = int(original.date.timestamp())
    origin = {"type": "user", "date": date, "sender_user": original.sender.api()}
    content = {"forward_origin": origin} | original.content
    parts = {"media": original.media, "formatted": original.formatted, "content": content}
    return post(state, params, **parts).api()
