"""Files that travel: uploads stored once, reused by file_id, handed out by path."""

import itertools
import struct
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.playground.fake_telegram.rules.errors import ApiError, bad_request
from bot.playground.fake_telegram.rules.params import Params, Upload

MEGABYTE = 1024 * 1024
_LARGEST_UPLOAD, _LARGEST_PHOTO, _LARGEST_DOWNLOAD = 50 * MEGABYTE, 10 * MEGABYTE, 20 * MEGABYTE
_PHOTO_STARTS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"GIF8": "gif", b"RIFF": "webp"}
_PATH_LIVES = timedelta(hours=1)  # https://core.telegram.org/bots/api#getfile
_MIME = {"voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4", "sticker": "image/webp"}
_NAMELESS = ("voice", "sticker", "video_note")
_UNTYPED = ("sticker", "video_note")
_SIDE = 512


@dataclass(frozen=True)
class StoredFile:
    """One file of one kind (photo, voice, …) with what the Bot API tells about it."""

    kind: str
    number: int
    content: bytes = field(repr=False)
    name: str
    mime: str
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def file_id(self) -> str:
        """What a bot sends the file again with."""
        return f"{self.kind}-{self.number}"

    @property
    def path(self) -> str:
        """Where the file door serves it."""
        ending = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/file_{self.number}.{ending}"

    def brief(self) -> dict[str, Any]:
        """The fields common to every kind."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"unique{self.number}",
            "file_size": len(self.content),
        }

    def api(self) -> Any:
        """The value of the message's field for this kind."""
        if self.kind == "photo":
            return [self.brief() | self.details]
        names = {} if self.kind in _NAMELESS else {"file_name": self.name}
        mime = {} if self.kind in _UNTYPED else {"mime_type": self.mime}
        return self.brief() | names | mime | self.details


class FileStore:
    """Every file that either side ever sent."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._files: dict[str, StoredFile] = {}
        self._open_until: dict[str, datetime] = {}

    def add(self, kind: str, upload: Upload, details: dict[str, Any]) -> StoredFile:
        """Store an upload, or refuse what Telegram refuses."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (_LARGEST_PHOTO if kind == "photo" else _LARGEST_UPLOAD):
            raise ApiError(413, "Request Entity Too Large")
        name, mime = _name_and_mime(kind, upload)
        full = _details(kind, upload.content) | details
        stored = StoredFile(kind, next(self._numbers), upload.content, name, mime, full)
        self._files[stored.file_id] = stored
        return stored

    def take(self, kind: str, source: Any, params: Params) -> StoredFile:
        """The file a call means: an upload of the same call or one that was sent before."""
        if not isinstance(source, str) or not source:
            raise bad_request(f"there is no {kind} in the request")
        if source.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")  # the fake has no network
        if source.startswith("attach://"):
            name = source.removeprefix("attach://")
            if name not in params.uploads:
                raise bad_request(f'no file attached under the name "{name}"')
            names = ("duration", "width", "height", "performer", "title", "emoji")
            details = {key: params[key] for key in names if key in params}
            numbers = {k: int(v) for k, v in details.items() if str(v).isdigit()}
            if kind == "voice" and not _is_opus(params.uploads[name].content):
                raise bad_request("voice is not Opus in Ogg, it would come as a file (strict fake)")
            return self.add(kind, params.uploads[name], details | numbers)
        if source not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        stored = self._files[source]
        if stored.kind != kind:
            problem = f"can't use file of type {stored.kind.title()} as {kind.title()}"
            raise bad_request(problem)
        return stored

    def describe(self, file_id: str, now: datetime) -> dict[str, Any]:
        """The result of getFile; from now on its path leads to the file for a while."""
        if file_id not in self._files:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        stored = self._files[file_id]
        if len(stored.content) > _LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        self._open_until[stored.path] = now + _PATH_LIVES
        return stored.brief() | {"file_path": stored.path}

    def fetched(self, path: str, now: datetime) -> StoredFile | None:
        """The file that a bot finds at the path: none unless it asked for the path lately."""
        return self.at(path) if now < self._open_until.get(path, now) else None

    def at(self, path: str) -> StoredFile | None:
        """The file at the path, as people see it in the chat."""
        return next((file for file in self._files.values() if file.path == path), None)


def _is_opus(content: bytes) -> bool:
    """The first page of the one kind that plays in the chat, with a wave and a speed."""
    return content.startswith(b"OggS") and b"OpusHead" in content[:64]


def _name_and_mime(kind: str, upload: Upload) -> tuple[str, str]:
    if kind != "photo":
        endings = {"voice": "file.oga", "sticker": "sticker.webp", "video_note": "file.mp4"}
        return endings.get(kind, upload.name), _MIME.get(kind, upload.mime)
    ending = next((e for start, e in _PHOTO_STARTS.items() if upload.content.startswith(start)), "")
    if not ending:
        raise bad_request("IMAGE_PROCESS_FAILED")
    return f"photo.{ending}", f"image/{ending.replace('jpg', 'jpeg')}"


def _details(kind: str, content: bytes) -> dict[str, Any]:
    size = {"width": _SIDE, "height": _SIDE}
    if kind == "photo":
        png = content.startswith(b"\x89PNG")
        width, height = struct.unpack(">II", content[16:24]) if png else (_SIDE, _SIDE)
        return {"width": width, "height": height}
    if kind == "sticker":
        return size | {"type": "regular", "is_animated": False, "is_video": False}
    if kind == "video_note":
        return {"length": _SIDE, "duration": 0}
    duration = {"duration": 0} if kind in ("voice", "audio", "video", "animation") else {}
    return duration | (size if kind in ("video", "animation") else {})
