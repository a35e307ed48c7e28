"""Calls whose words stand below a picture. Without the picture, the words go alone."""

import logging
from collections.abc import Mapping
from typing import Any

from telegram import Bot, InputMediaAnimation, InputMediaPhoto
from telegram.error import BadRequest

from bot.delivery.uploaded_pictures import Shot, UploadedPictures
from content.pictures.output.studio import PictureKind

STALE = ("wrong file", "wrong remote file", "file reference", "can't use file")
UNFIT = ("image_process_failed", "photo_", "video_", "wrong type of", "non-empty", "inputmedia")
NO_TEXT = "there is no text in the message to edit"
NO_CAPTION = "there is no caption in the message to edit"

log = logging.getLogger(__name__)
Fields = dict[str, Any]


class PictureMessages:
    """Makes the calls of messages that name a picture."""

    def __init__(self, bot: Bot, album: UploadedPictures | None) -> None:
        self._bot = bot
        self._album = album

    async def call(self, method: str, fields: Mapping[str, Any]) -> object:
        """What Telegram answers. `picture` names what to show; if `under` is set, it is there
        already and only the words below it change. Raises TelegramError."""
        words = {key: value for key, value in fields.items() if key not in ("picture", "under")}
        if fields.get("under"):
            return await self._caption(words)
        album = self._album
        shot = await album.find(self._bot.id, fields["picture"]) if album else None
        if album is None or shot is None:
            return await self._text(method, words)
        try:
            answer = await self._shown(method, words, shot)
        except BadRequest as error:
            if not _says(error, *STALE, *UNFIT):
                raise
            if not shot.uploaded:
                log.warning("Telegram does not take %s (%s)", shot.version, error.message)
                return await self._text(method, words)
            await album.forget(self._bot.id, shot)
            return await self.call(method, fields)
        await album.remember(self._bot.id, shot, answer)
        return answer

    async def _shown(self, method: str, words: Fields, shot: Shot) -> object:
        rest, still = _as_caption(words), shot.kind is PictureKind.STILL
        if method == "send_message" and still:
            return await self._bot.send_photo(photo=shot.media, **rest)
        if method == "send_message":
            return await self._bot.send_animation(animation=shot.media, **rest)
        caption = {name: rest.pop(name) for name in ("caption", "parse_mode")}
        media = (InputMediaPhoto if still else InputMediaAnimation)(shot.media, **caption)
        return await self._bot.edit_message_media(media=media, **rest)

    async def _text(self, method: str, words: Fields) -> object:
        try:
            return await getattr(self._bot, method)(**words)
        except BadRequest as error:
            if not _says(error, NO_TEXT):
                raise
            return await self._bot.edit_message_caption(**_as_caption(words))

    async def _caption(self, words: Fields) -> object:
        try:
            return await self._bot.edit_message_caption(**_as_caption(words))
        except BadRequest as error:
            if not _says(error, NO_CAPTION):
                raise
            return await self._bot.edit_message_text(**words)  # the picture never came


def _as_caption(words: Fields) -> Fields:
    rest = {name: words[name] for name in words if name not in ("text", "link_preview_options")}
    return {**rest, "caption": words["text"]}


def _says(error: BadRequest, *texts: str) -> bool:
    return any(text in error.message.lower() for text in texts)
