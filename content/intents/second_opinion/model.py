"""The model: its weights, and what they say of a message.

The weights are a file beside this one: one signed byte for each label and bucket of features,
packed. A second column, on red flags alone, is quick enough to be asked about every message.
"""

import math
import re
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import add

from content.language.parsed_message import ONE_MESSAGE
from content.language.tokens import fold

FILE = "weights.bin"
BUCKETS = 1 << 14
LONGEST = 400  # characters that are looked at
LONGEST_WORD = 30  # letters of one; what is longer is none, and each of its letters costs
LETTERS = (3, 4, 5)  # letters in a row, with the edges of the word
HEAD = struct.Struct("<ffH")  # the scales of weights and of warnings, and how long the labels are
SURE_FLAG = 0.75  # from here on it hears a red flag
FAIRLY_SURE = 0.3  # from here on it is worth to ask whether that is meant
DOUBT = 0.012  # below this it does not believe in an intent at all
DIGITS = re.compile(r"\d+")
WORDS = re.compile(r"[^\W_]+|[?!]")

Opinion = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """A row of weights for each bucket, one for each label; the last row is added always."""

    labels: tuple[str, ...]
    scale: float
    rows: memoryview
    warning_scale: float
    warnings: memoryview  # one for each bucket, on red flags

    def row(self, bucket: int) -> memoryview:
        start = bucket * len(self.labels)
        return self.rows[start : start + len(self.labels)]


def features(text: str) -> list[int]:
    """The buckets of all words, pairs of words and rows of letters in a message, each once."""
    found = WORDS.findall(DIGITS.sub("0", fold(text[:LONGEST])))
    words = [each[:LONGEST_WORD] for each in found]
    return sorted({zlib.crc32(each.encode()) % BUCKETS for each in _named(words)})


def _named(words: list[str]) -> Iterator[str]:
    yield from (f"w {word}" for word in words)
    yield from (f"p {one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True))
    for word in words:
        edged = f"<{word}>"
        for size in LETTERS:
            yield from (edged[at : at + size] for at in range(len(edged) - size + 1))


@lru_cache(maxsize=ONE_MESSAGE)
def opinion(text: str) -> Opinion:
    """What it may want, the likeliest first; probabilities add up to 1.

    Labels are names of intents, some with a topic or an area behind them: "topic:price".
    """
    weights, found = _weights(), features(text)
    scores = [0] * len(weights.labels)
    for bucket in found:
        scores = list(map(add, scores, weights.row(bucket)))
    share = weights.scale / math.sqrt(len(found) or 1)
    always = weights.row(BUCKETS)
    logits = [s * share + b * weights.scale for s, b in zip(scores, always, strict=True)]
    most = max(logits)
    powers = [math.exp(each - most) for each in logits]
    total = sum(powers)
    told = zip(weights.labels, (each / total for each in powers), strict=True)
    return tuple(sorted(told, key=lambda each: -each[1]))


def hears_flag(text: str) -> bool:
    """Does it sound like something that a professional has to see?"""
    weights, found = _weights(), features(text)
    told = sum(map(weights.warnings.__getitem__, found)) / math.sqrt(len(found) or 1)
    logit = (told + weights.warnings[BUCKETS]) * weights.warning_scale
    return logit > math.log(SURE_FLAG / (1 - SURE_FLAG))


def belief(text: str, intents: Collection[str]) -> float:
    """How likely it is that the message wants one of these."""
    return sum(share for label, share in opinion(text) if label.partition(":")[0] in intents)


def disbelieves(text: str, intents: Collection[str]) -> bool:
    """Is it next to sure that the message wants none of these?"""
    return belief(text, intents) < DOUBT


def packed(labels: Iterable[str], scale: float, rows: bytes, warned: float, flags: bytes) -> bytes:
    """The file of these weights: the bytes of all labels, then those of red flags."""
    names = " ".join(labels).encode()
    return zlib.compress(HEAD.pack(scale, warned, len(names)) + names + rows + flags, 9)


def unpacked(data: bytes) -> Weights:
    """The weights in such a file."""
    raw = zlib.decompress(data)
    scale, warned, length = HEAD.unpack_from(raw)
    start = HEAD.size + length
    labels = tuple(raw[HEAD.size : start].decode().split())
    weights = memoryview(raw)[start:].cast("b")
    own = (BUCKETS + 1) * len(labels)
    return Weights(labels, scale, weights[:own], warned, weights[own:])


@lru_cache(maxsize=1)
def _weights() -> Weights:
    """Read when first asked for."""
    return unpacked((files(__package__) / FILE).read_bytes())
