"""The slowest of made-up messages of full length: `python -m tests.measuring.slow_words [COUNT]`.

Of each kind some are made at random; the kinds are what has been slow in such readers before. Each
is read as a message is: understood, and then asked what of it is sure.
"""

import gc
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime

from bot.cli.commands import RINGS
from bot.cli.main import uncollected
from content.bundle import Content, load_content
from content.intents.understanding import surely, understand

LONGEST = 4096  # characters of a Telegram message
LIMIT = 50  # milliseconds of processor time
NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
ODD = ["7:00", "99", "1,5", "half", "-", "…", "(", "and", "or", "not", "no", "my", "on", "at", "\n"]
ALPHABET = "abcdefghijklmnopqrstuvwxyz"

Kind = Callable[[random.Random], str]


def kinds(content: Content) -> dict[str, Kind]:
    """How a text of a kind is made."""
    phrases = sorted({each for said in content.lexicon.phrases.values() for each in said})
    words = sorted({word for phrase in phrases for word in phrase.split()})

    def joined(chance: random.Random, of: list[str], by: str = " ") -> str:
        return by.join(chance.choices(of, k=LONGEST // 3))

    def repeated(chance: random.Random) -> str:
        some = " ".join(chance.choices(phrases, k=chance.randint(1, 3)))
        return f"{some}{chance.choice([' ', ', ', '. ', ' and ', ''])}" * LONGEST

    def mistyped(chance: random.Random) -> str:
        word = list(chance.choice(words))
        word[chance.randrange(len(word))] = chance.choice(ALPHABET)
        return "".join(word)

    return {
        "phrases": lambda c: joined(c, phrases),
        "phrases, no full stop": lambda c: joined(c, phrases, ", "),
        "sentences": lambda c: joined(c, phrases, ". "),
        "words": lambda c: joined(c, words),
        "words run together": lambda c: joined(c, words, ""),
        "words and odd ones": lambda c: joined(c, [*c.choices(words, k=40), *ODD]),
        "one phrase again and again": repeated,
        "odd ones": lambda c: joined(c, ODD),
        "mistyped": lambda c: " ".join(mistyped(c) for _ in range(LONGEST // 4)),
        "no words": lambda c: " ".join(
            "".join(c.choices(ALPHABET, k=c.randint(1, 12))) for _ in range(LONGEST // 4)
        ),
        "one long word": lambda c: "".join(c.choices(ALPHABET, k=LONGEST)),
        "any characters": lambda c: "".join(chr(c.randrange(32, 0x3000)) for _ in range(LONGEST)),
        "numbers and times": lambda c: " ".join(
            c.choice(["{}:{:02}", "{}.{}", "{}-{}", "{} min {}", "{}h{}", "{}/{}"]).format(
                c.randrange(31), c.randrange(60)
            )
            for _ in range(LONGEST // 5)
        ),
    }


def milliseconds(text: str, content: Content) -> float:
    """Processor time that it takes to read it."""
    lexicon, cards = content.lexicon, content.names
    began = time.thread_time()
    found = understand(text, now=NOW, lexicon=lexicon, cards=cards, texts=content.texts)
    surely(text, found, now=NOW, lexicon=lexicon, cards=cards)
    return (time.thread_time() - began) * 1000


def main(count: int) -> None:
    with uncollected():  # as the product does: what stays is not looked through for garbage
        content, chance = load_content(), random.Random(16)
    gc.set_threshold(RINGS)
    made = kinds(content)
    milliseconds("done", content)
    took: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for number in range(count):
        kind = list(made)[number % len(made)]
        text = made[kind](chance)[:LONGEST]
        took[kind].append((milliseconds(text, content), text))
    for kind, times in took.items():
        times.sort(reverse=True)
        over = sum(each > LIMIT for each, _ in times)
        middle = times[len(times) // 2][0]
        slowest, text = times[0]
        print(f"{kind:28} {middle:6.1f} ms, at most {slowest:6.1f}, over {LIMIT}: {over:3}")
        if over:
            print(f"    {text[:100]!r}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6000)
