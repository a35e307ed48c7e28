"""Who the bot is, and what it says about itself."""

from functools import partial
from typing import Any

from bot.playground.fake_telegram.methods.register import METHODS, method
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method
def get_me(state: ServerState, _params: Params) -> Any:
    """Who the bot is."""
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    return state.bot.api() | {name: name == "can_join_groups" for name in abilities}


def _set_text(name: str, state: ServerState, params: Params) -> Any:
    text = str(params.get(name) or "")
    if len(text) > _TEXT_LIMITS[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    state.profile.texts[name, str(params.get("language_code") or "")] = text
    return True


def _get_text(name: str, state: ServerState, params: Params) -> Any:
    return {name: state.profile.text(name, str(params.get("language_code") or ""))}


for _name in _TEXT_LIMITS:
    METHODS[f"setmy{_name.replace('_', '')}"] = partial(_set_text, _name)
    METHODS[f"getmy{_name.replace('_', '')}"] = partial(_get_text, _name)


@method
def log_out(_state: ServerState, _params: Params) -> Any:
    """Nothing changes here: there is only one server."""
    return True


METHODS["close"] = log_out
