"""The commands and the button beside the input field."""

import json
import re
from typing import Any

from bot.playground.fake_telegram.methods.register import method
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.params import Params
from bot.playground.fake_telegram.state.server_state import ServerState

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS, _DESCRIPTION_LIMIT = 100, 256


@method
def set_my_commands(state: ServerState, params: Params) -> Any:
    """The list behind the menu button."""
    commands = params.get("commands") or []
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= _DESCRIPTION_LIMIT:
            raise bad_request("command description length must not exceed 256")
    state.profile.commands[_scope(params)] = commands
    return True


@method
def get_my_commands(state: ServerState, params: Params) -> Any:
    """The commands of exactly this scope and language."""
    return state.profile.commands.get(_scope(params), [])


@method
def delete_my_commands(state: ServerState, params: Params) -> Any:
    """Forget the commands of this scope and language."""
    state.profile.commands.pop(_scope(params), None)
    return True


def _scope(params: Params) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), str(params.get("language_code") or "")


@method
def set_chat_menu_button(state: ServerState, params: Params) -> Any:
    """The button beside the input field, for one chat or for all."""
    button = params.get("menu_button") or {"type": "default"}
    state.profile.menu_buttons[params.get("chat_id")] = button
    return True


@method
def get_chat_menu_button(state: ServerState, params: Params) -> Any:
    """The button beside the input field."""
    buttons = state.profile.menu_buttons
    return buttons.get(params.get("chat_id")) or buttons.get(None) or {"type": "default"}
