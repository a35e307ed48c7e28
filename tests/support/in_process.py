"""Limber's own door to the fake Telegram: it says as much of a fault as the transport does."""

from typing import Any

from telegram.error import NetworkError

from bot.gateway.transport import NotDelivered, read_json, refuse_faults
from bot.playground.fake_telegram.doors.in_process import InProcessRequest
from bot.playground.fake_telegram.rules.errors import ConnectionRefused


class InProcessTransport(InProcessRequest):
    """As AiohttpRequest: NotDelivered or CallFailed where it is sure that nothing happened."""

    parse_json_payload = staticmethod(read_json)

    async def do_request(self, *args: Any, **more: Any) -> tuple[int, bytes]:
        """One request."""
        try:
            status, body = await super().do_request(*args, **more)
        except NetworkError as error:
            if isinstance(error.__cause__, ConnectionRefused):
                raise NotDelivered(error.message) from error
            raise
        refuse_faults(status)
        return status, body
