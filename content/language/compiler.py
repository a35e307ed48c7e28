"""A lexicon compiled: every phrase in a tree, every word with the ways of writing it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, TypeVar

from content.language.lexicon import NAMELESS, Lexicon, Names
from content.language.phrases import GAP, Phrases
from content.language.tokens import NUMBER, Spelling, fold, long_words, slips_of, split

T = TypeVar("T")
FINDINGS = ("part", "wrong", "how", "odd")  # a part, what is wrong with it, how; what sounds ill
SCREENED = ("sign", "harmless", "calm", *FINDINGS)  # sections that only the screen reads
SCREEN_GRAMMAR = ("grammar:not", "grammar:plain", "grammar:except", "grammar:break")
Slots = tuple[tuple[str, ...], ...]
Keyed = tuple[str, Sequence[Sequence[str]]]  # what a phrase stands for, and its words by place
Hint = tuple[str, tuple[frozenset[str], ...]]
Hints = tuple[frozenset[str], tuple[Hint, ...]]  # what a word tells of alone, and with others
PAIRED = ("area", "kit", "spot", "card")  # sections whose word pairs are also written as one word
MENDED = (
    "area",
    "spot",
    "loc",
    "feel",
    "kind",
    "kit",
    "card",
    "log",
    "remind",
    "moment",
    "sign",
    "every",
)
HEADS = ("stretch", "pose", "hold", "one", "thing")
SHORTEST_PLURAL = 3
# Words of any message, by which no sign is looked for if it has another word.
USUAL = frozenset(
    {NUMBER, ".", ",", "my", "i", "it", "a", "the", "for", "to", "in", "on", "at", "of", "is", "am"}
    | {"are", "was", "will", "not", "can", "do", "do~", "be", "be~", "have", "have~", "get", "get~"}
    | {"feel", "feel~", "go", "go~", "like", "want", "when", "after", "and", "or", "with", "from"}
    | {"every", "stop", "stop~", "sit", "sit~", "push", "push~", "lift", "move", "bed", "night"}
    | {"run", "run~", "day", "week", "no", "down", "up", "out", "that", "this", "tight", "step"}
)


@dataclass(frozen=True, eq=False, slots=True)
class CompiledLexicon:
    """A lexicon together with the names of the cards, compiled.

    `warnings` has what the red-flag screen reads, `phrases` all else; both know the grammar.
    `hints` has the phrases of the signs by their rarest word: what they tell of, and which words
    must be there as well. `remembered` is what others made with it, by their names: it goes
    when the lexicon goes.
    """

    lexicon: Lexicon
    spelling: Spelling
    phrases: Phrases
    warnings: Phrases
    hints: Mapping[str, Hints]
    remembered: dict[str, Any] = field(default_factory=dict, init=False, repr=False)

    def often(self, name: str, read: Callable[[T], Any], most: int = 1 << 10) -> Callable[[T], Any]:
        """That function, remembered under its name for the last thousand values, or so many."""
        if name not in self.remembered:
            self.remembered[name] = lru_cache(most)(read)
        found: Callable[[T], Any] = self.remembered[name]
        return found

    def fold(self, text: str) -> str:
        """The text in small plain letters, with written shorthand such as "w/" spelt out."""
        text = fold(text)
        for written, meant in self.lexicon.tables["spelling"]["written"].items():
            text = text.replace(written, meant)
        return text


def compiled(lexicon: Lexicon, names: Names = NAMELESS) -> CompiledLexicon:
    """Everything needed to read a message. `names` take the place of those in the lexicon.

    Asked for at every message: names are compared, which costs a tenth of hashing them all.
    """
    names = names or lexicon.cards
    for known, made in lexicon.compiled:
        if known is names or known == names:
            return made
    made = _compile(lexicon, names)
    lexicon.compiled.append((names, made))
    return made


def _compile(lexicon: Lexicon, names: Names) -> CompiledLexicon:
    said = [(concept, each) for concept, all_ in lexicon.phrases.items() for each in all_]
    for card, data in lexicon.exercises.items():
        said += [(f"card:{card}", each) for each in (data["name"], *data.get("say", ()))]
    said += [(f"card:{card}", each) for card, aliases in names.items() for each in aliases]
    places = Places()
    slots = [(concept, slots_of(phrase, places)) for concept, phrase in said]
    taken = {words for concept, words in slots if concept[:5] == "card:"}
    slots += [
        (concept, (*words[:-1], (head,)))
        for concept, words in slots
        if concept[:5] == "card:" and _headed(words)
        for head in HEADS
        if (*words[:-1], (head,)) not in taken
    ]
    spelling = _spelling(lexicon, slots)
    phrases, warnings = (Phrases(lexicon.tables["spelling"]["fillers"]) for _ in range(2))
    said_by_key = [
        (concept, [sorted({key_of(spelling, each) for each in slot}) for slot in words])
        for concept, words in slots
    ]
    for concept, keys in said_by_key:
        section = concept.partition(":")[0]
        if section not in SCREENED:
            phrases.add(concept, keys)
        if section in SCREENED or concept in SCREEN_GRAMMAR:
            warnings.add(concept, keys)
    signs = [(name[5:], keys) for name, keys in said_by_key if name[:5] == "sign:"]
    signs += [each for each in said_by_key if each[0].partition(":")[0] in FINDINGS]
    return CompiledLexicon(lexicon, spelling, phrases, warnings, _hints(signs, said_by_key))


def _hints(signs: Sequence[Keyed], said: Sequence[Keyed]) -> dict[str, Hints]:
    """Each phrase of a sign by the words of its rarest place, with those of the others."""
    common = Counter(word for _, keys in said for slot in keys for word in slot)
    common.update(dict.fromkeys(USUAL, len(said)))
    hints: dict[str, dict[Hint, None]] = {}
    for name, keys in signs:
        places = [frozenset(slot) for slot in keys if GAP not in slot]
        rare = min(places, key=lambda slot: max(common[word] for word in slot))
        others = tuple(place for place in places if place is not rare)
        for word in rare:
            hints.setdefault(word, {})[name, others] = None
    return {word: _alone_first(found) for word, found in hints.items()}


def _alone_first(found: Iterable[Hint]) -> Hints:
    alone = frozenset(name for name, others in found if not others)
    return alone, tuple(each for each in found if each[1] and each[0] not in alone)


class Places(dict[str, Slots]):
    """The choices of each part of a phrase between spaces: few parts stand in many phrases."""

    def __missing__(self, part: str) -> Slots:
        self[part] = slots = _choices(part)
        return slots


def _choices(part: str) -> Slots:
    if part in (GAP, NUMBER):
        return ((part,),)
    if "|" in part or part.endswith("~"):
        return (tuple(word if word[-1:] == "~" else fold(word) for word in part.split("|")),)
    return tuple((_bare(word),) for word in split(fold(part)) if word not in "-/")


def slots_of(phrase: str, places: Places | None = None) -> Slots:
    """The choices for each place: "couch|sofa stretch" gives ((couch, sofa), (stretch,))."""
    places = Places() if places is None else places
    return tuple(chain.from_iterable([places[part] for part in phrase.split()]))


def _headed(words: Slots) -> bool:
    """Does a name end in "stretch", so that people also call it "the couch one"?"""
    return len(words) > 1 and words[-1][0] in HEADS


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def key_of(spelling: Spelling, word: str) -> str:
    return spelling.single.get(word, word)


def _spelling(lexicon: Lexicon, slots: Sequence[tuple[str, Slots]]) -> Spelling:
    table = lexicon.tables["spelling"]
    short = {key: tuple(split(fold(value))) for key, value in table["short"].items()}
    vocabulary = {word for _, words in slots for slot in words for word in slot}
    stems = dict(stems_of(sorted(vocabulary), table["irregular"]))
    words = {word for word in vocabulary if word[-1] != "~"} | set(table["known"])
    words |= {word for spelt in short.values() for word in spelt}
    single = dict(_plurals(words, table["plurals"]))
    known = words | set(stems) | set(single)
    real = frozenset(lexicon.tables["lookalikes"]["real"]) - known
    targets = {
        word
        for concept, words in slots
        if concept.partition(":")[0] in MENDED
        for slot in words
        for word in slot
        if word[-1] != "~"
    }
    targets |= set(stems) | set(table["known"])
    pairs = {"".join(pair): pair for pair in pairs_of(slots)}
    pairs |= {joined + "s": pair for joined, pair in pairs.items()}
    short |= {
        pair: words for pair, words in pairs.items() if pair not in known and pair not in short
    }
    slips, long = slips_of(sorted(targets)), long_words(sorted(targets))
    exact = frozenset(table["exact"])
    digits = frozenset(word for word in short if not word.isalpha() and word.isalnum())
    return Spelling(frozenset(known), real, short, single, stems, slips, long, exact, digits)


def pairs_of(slots: Iterable[tuple[str, Slots]]) -> Iterator[tuple[str, str]]:
    """Word pairs that are also written as one word, such as "hipflexor"."""
    for concept, words in slots:
        if concept.partition(":")[0] in PAIRED:
            for left, right in pairwise(words):
                if len(left) == len(right) == 1 and (left[0] + right[0]).isalpha():
                    yield left[0], right[0]


def _plurals(words: Iterable[str], irregular: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word in words:
        if len(word) >= SHORTEST_PLURAL and word.isalpha():
            for plural in _ending_in_s(word):
                yield plural, word
    yield from irregular.items()


def _ending_in_s(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + "s",)


def stems_of(vocabulary: Iterable[str], irregular: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for stem in (word for word in vocabulary if word[-1] == "~"):
        base = stem[:-1]
        forms = irregular[base].split() if base in irregular else _regular(base)
        yield from ((form, stem) for form in (base, *_ending_in_s(base), *forms))


def _regular(base: str) -> tuple[str, ...]:
    """The past and the -ing form, with and without the last letter doubled."""
    trunk = base.removesuffix("e")
    past = base[:-1] + "ied" if base.endswith("y") else trunk + "ed"
    return past, trunk + "ing", trunk + trunk[-1] + "ed", trunk + trunk[-1] + "ing"
