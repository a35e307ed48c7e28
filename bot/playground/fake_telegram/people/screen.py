"""A chat drawn as text, for a person who reads a failed test."""

from bot.playground.fake_telegram.state.chats import Chat, Message

_LAST = 12


def screen(chat: Chat) -> str:
    """The newest messages with their buttons, the reply keyboard and the last toast."""
    lines = [line for message in chat.visible[-_LAST:] for line in _message(message)]
    rows = (chat.shown_keyboard() or {}).get("keyboard") or []
    lines += ["  keys: " + " ".join(f"({key['text']})" for key in row) for row in rows]
    lines += [f"  toast: {text}" for _, text, _ in chat.toasts[-1:]]
    return "\n".join(lines) or "(an empty chat)"


def _message(message: Message) -> list[str]:
    kind = "" if message.kind == "text" else f"<{message.kind}> "
    edited = " (edited)" if message.edits else ""
    head = f"#{message.id} {message.sender.first_name}: {kind}{message.text}{edited}"
    return [head, *("  " + " ".join(f"[{label}]" for label in row) for row in message.buttons)]
