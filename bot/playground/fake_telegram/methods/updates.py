"""How updates come to the bot: by polls or to its own address."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.playground.fake_telegram.methods.register import method
from bot.playground.fake_telegram.rules.errors import ApiError, bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_MOST_UPDATES, _CONNECTIONS = 100, 40


@method
async def get_updates(state: ServerState, params: Params) -> Any:
    """Long polling."""
    if state.webhook.url:
        raise ApiError(409, _WEBHOOK_ACTIVE)
    if params.get("allowed_updates") is not None:
        state.updates.allowed = params["allowed_updates"]
    offset, limit = params.number("offset"), params.number("limit", _MOST_UPDATES)
    return await state.updates.poll(offset, limit, params.number("timeout"))


@method
async def set_webhook(state: ServerState, params: Params) -> Any:
    """Push updates to an address. Plain HTTP is fine, as with a Bot API server of one's own."""
    url, secret = str(params.get("url") or ""), str(params.get("secret_token") or "")
    if not url:
        return await delete_webhook(state, params)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if params.get("allowed_updates") is not None:
        state.updates.allowed = params["allowed_updates"]
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    state.webhook.max_connections = params.number("max_connections", _CONNECTIONS)
    await state.webhook.start(url, secret)
    return True


@method
async def delete_webhook(state: ServerState, params: Params) -> Any:
    """Back to polling."""
    await state.webhook.stop()
    if params.flag("drop_pending_updates"):
        state.updates.drop()
    return True


@method
def get_webhook_info(state: ServerState, _params: Params) -> Any:
    """How the webhook fares."""
    return state.webhook.info()
