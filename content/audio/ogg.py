"""Opus packets in and out of Ogg (RFC 3533, RFC 7845), as far as one stream of speech needs it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

PACKET_MS = 20
GRANULES = 48 * PACKET_MS  # of a packet; Opus counts at 48 kHz whatever it is fed with
SERIAL = b"limb"  # of the one stream
A_PAGE = 50  # packets: a second
FIRST, LAST = 2, 4  # flags of pages
PART = 255  # bytes: a packet is stored in parts of so many, and its last one is shorter
POLYNOMIAL, TOP_BIT, MASK = 0x04C11DB7, 0x80000000, 0xFFFFFFFF


def packets(ogg: bytes) -> list[bytes]:
    """All packets of a file, its two headers first."""
    found, part = list[bytes](), b""
    for size, piece in _parts(ogg):
        part += piece
        if size < PART:
            found.append(part)
            part = b""
    return found


def _parts(ogg: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(ogg):
        sizes = ogg[at + 27 : at + 27 + ogg[at + 26]]
        at += 27 + len(sizes)
        for size in sizes:
            yield size, ogg[at : at + size]
            at += size


def stream(headers: Sequence[bytes], sound: Sequence[bytes]) -> bytes:
    """A file of those packets.

    The first header tells how many granules of the first packet are not heard. As many of the last
    one are, so it should be one packet more than what is to last.
    """
    skipped = int.from_bytes(headers[0][10:12], "little")
    pages = [sound[at : at + A_PAGE] for at in range(0, len(sound), A_PAGE)]
    ends = list(accumulate(len(page) * GRANULES for page in pages))
    ends[-1] += skipped - GRANULES
    written = [_page(headers[:1], 0, 0, FIRST), _page(headers[1:], 0, 1, 0)]
    for number, (page, end) in enumerate(zip(pages, ends, strict=True), start=2):
        written.append(_page(page, end, number, LAST if page is pages[-1] else 0))
    return b"".join(written)


def _page(packed: Sequence[bytes], granule: int, number: int, flags: int) -> bytes:
    sizes = b"".join(bytes([PART] * (len(each) // PART) + [len(each) % PART]) for each in packed)
    head = b"OggS\0" + bytes([flags]) + granule.to_bytes(8, "little") + SERIAL
    head += number.to_bytes(4, "little")
    rest = bytes([len(sizes)]) + sizes + b"".join(packed)
    return head + _checksum(head + bytes(4) + rest).to_bytes(4, "little") + rest


def _checksum(page: bytes) -> int:
    table, found = _table(), 0
    for byte in page:
        found = (found << 8 & MASK) ^ table[found >> 24 ^ byte]
    return found


@lru_cache(1)
def _table() -> tuple[int, ...]:
    return tuple(map(_shifted, range(256)))


def _shifted(byte: int) -> int:
    value = byte << 24
    for _ in range(8):
        value = (value << 1 & MASK) ^ (POLYNOMIAL if value & TOP_BIT else 0)
    return value
