"""Taps are answered."""

from datetime import timedelta
from typing import Any

from bot.playground.fake_telegram.methods.register import method
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_TAP_LIVES = timedelta(seconds=150)
_TOAST_LIMIT = 200


@method
def answer_callback_query(state: ServerState, params: Params) -> Any:
    """End the wait of a tapped button, within 150 seconds and once."""
    text = str(params.get("text") or "")
    if len(text) > _TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = state.taps.get(str(params.get("callback_query_id")))
    if tap is None or tap.answered or state.now() - tap.at > _TAP_LIVES:
        old = "query is too old and response timeout expired or query ID is invalid"
        raise bad_request(old)
    tap.answered, tap.toast, tap.alert = True, text, params.flag("show_alert")
    chat = tap.message.chat
    state.publish("answered", chat, id=tap.message.id, data=tap.data)
    if text:
        chat.toasts.append((tap.user.id, text, tap.alert))
        state.publish("toast", chat, text=text, alert=tap.alert, user_id=tap.user.id)
    return True
