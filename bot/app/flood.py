"""What keeps one chat from silencing the others, with the words that it may say."""

from contextlib import suppress

from bot.dispatch.dispatcher import Dispatcher
from bot.gateway.flood_control import FloodControl
from bot.gateway.flood_filter import FloodFilter
from bot.gateway.flood_limit import FloodLimit
from bot.handlers.care.screening import dangerous, warning
from bot.handlers.fallback import slow_down
from storage.store import Unavailable


def flood_control(limit: FloodLimit, dispatcher: Dispatcher) -> FloodControl:
    store, now = dispatcher.store, dispatcher.now

    async def ask(chat_id: int) -> None:
        with suppress(Unavailable):  # it can do without
            await dispatcher.visit(chat_id, slow_down)

    return FloodControl(
        limit,
        now,
        warns=lambda update: warning(update, dispatcher.content.lexicon),
        slow_down=ask,
        leave_out=lambda ids: store.run(lambda work: work.inbox.leave_out(ids, now())),
    )


def flood_filter(limit: FloodLimit, dispatcher: Dispatcher) -> FloodFilter:
    """With twice what is handled at once: who is a little too fast is told so first."""

    def warns(text: str) -> bool:
        return dangerous(text, dispatcher.content.lexicon) is not None

    return FloodFilter(FloodLimit(2 * limit.burst, limit.every), dispatcher.now, warns)
