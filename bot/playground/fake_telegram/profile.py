"""Methods about the bot itself, its chats and its updates."""

import json
import re
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.playground.fake_telegram.errors import ApiError, bad_request
from bot.playground.fake_telegram.methods import METHODS, chat_of, method
from bot.playground.fake_telegram.params import Params

if TYPE_CHECKING:
    from bot.playground.fake_telegram.server import FakeTelegram

_TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass
class Profile:
    """What a bot says about itself: texts by language, commands by scope and language."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)

    def text(self, name: str, language: str = "") -> str:
        """The name, description or short_description shown to speakers of the language."""
        return self.texts.get((name, language)) or self.texts.get((name, ""), "")


@method
def get_me(fake: "FakeTelegram", params: Params) -> Any:
    """Who the bot is."""
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    return fake.bot.api() | {name: name == "can_join_groups" for name in abilities}


@method
async def get_updates(fake: "FakeTelegram", params: Params) -> Any:
    """Long polling."""
    if fake.webhook.url:
        raise ApiError(409, _WEBHOOK_ACTIVE)
    if params.get("allowed_updates") is not None:
        fake.updates.allowed = params["allowed_updates"]
    offset, limit = params.number("offset"), params.number("limit", 100)
    return await fake.updates.poll(offset, limit, params.number("timeout"))


@method
async def set_webhook(fake: "FakeTelegram", params: Params) -> Any:
    """Push updates to an address. Plain HTTP is fine, as with a Bot API server of one's own."""
    url, secret = str(params.get("url") or ""), str(params.get("secret_token") or "")
    if not url:
        return await delete_webhook(fake, params)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    if params.get("allowed_updates") is not None:
        fake.updates.allowed = params["allowed_updates"]
    if params.flag("drop_pending_updates"):
        fake.updates.drop()
    fake.webhook.max_connections = params.number("max_connections", 40)
    await fake.webhook.start(url, secret)
    return True


@method
async def delete_webhook(fake: "FakeTelegram", params: Params) -> Any:
    """Back to polling."""
    await fake.webhook.stop()
    if params.flag("drop_pending_updates"):
        fake.updates.drop()
    return True


@method
def get_webhook_info(fake: "FakeTelegram", params: Params) -> Any:
    """How the webhook fares."""
    return fake.webhook.info()


@method
def get_file(fake: "FakeTelegram", params: Params) -> Any:
    """Where to download a file."""
    return fake.files.describe(str(params.get("file_id")))


@method
def get_chat(fake: "FakeTelegram", params: Params) -> Any:
    """A chat in full."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return chat_of(fake, params).api() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), True),
    }


@method
def get_chat_member(fake: "FakeTelegram", params: Params) -> Any:
    """Whether somebody is in a chat."""
    chat, user = chat_of(fake, params), fake.users.get(params.number("user_id"))
    if user is None:
        raise bad_request("member not found")
    return {"user": user.api(), "status": "member" if user.id in chat.members else "left"}


@method
def leave_chat(fake: "FakeTelegram", params: Params) -> Any:
    """Walk out of a group."""
    chat = chat_of(fake, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.refusal = "bot is not a member of the group chat"
    chat.members.pop(fake.bot.id, None)
    return True


@method
def set_my_commands(fake: "FakeTelegram", params: Params) -> Any:
    """The list behind the menu button."""
    commands = params.get("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("command description length must not exceed 256")
    fake.profile.commands[_scope(params)] = commands
    return True


@method
def get_my_commands(fake: "FakeTelegram", params: Params) -> Any:
    """The commands of exactly this scope and language."""
    return fake.profile.commands.get(_scope(params), [])


@method
def delete_my_commands(fake: "FakeTelegram", params: Params) -> Any:
    """Forget the commands of this scope and language."""
    fake.profile.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), str(params.get("language_code") or "")


def _set_text(name: str, fake: "FakeTelegram", params: Params) -> Any:
    text = str(params.get(name) or "")
    if len(text) > _TEXT_LIMITS[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    fake.profile.texts[name, str(params.get("language_code") or "")] = text
    return True


def _get_text(name: str, fake: "FakeTelegram", params: Params) -> Any:
    return {name: fake.profile.text(name, str(params.get("language_code") or ""))}


for _name in _TEXT_LIMITS:
    METHODS[f"setmy{_name.replace('_', '')}"] = partial(_set_text, _name)
    METHODS[f"getmy{_name.replace('_', '')}"] = partial(_get_text, _name)


@method
def set_chat_menu_button(fake: "FakeTelegram", params: Params) -> Any:
    """The button beside the input field, for one chat or for all."""
    button = params.get("menu_button") or {"type": "default"}
    fake.profile.menu_buttons[params.get("chat_id")] = button
    return True


@method
def get_chat_menu_button(fake: "FakeTelegram", params: Params) -> Any:
    """The button beside the input field."""
    buttons = fake.profile.menu_buttons
    return buttons.get(params.get("chat_id")) or buttons.get(None) or {"type": "default"}


@method
def log_out(fake: "FakeTelegram", params: Params) -> Any:
    """Nothing changes here: there is only one server."""
    return True


METHODS["close"] = log_out
