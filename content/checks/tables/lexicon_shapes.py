"""What each file of the lexicon has to hold, and what more it may."""

from collections.abc import Mapping

from content.authoring.shapes import (
    Shape,
    any_text,
    items,
    matching,
    number,
    one_of,
    record,
    table,
    text,
)
from content.catalog.taxonomy import Area, Kind, Position
from content.intents.answers import answer
from content.intents.answers.read import READERS
from content.intents.meaning import Intent
from content.intents.moves.session_words import Aside
from content.intents.questions.topics import OFFERED
from content.screening.urgency import Urgency

LOCS = ("front", "back", "outer", "inner", "deep", "top", "any")
SAID = table(table(items(any_text)))
CLOCK_TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "write it as “18:30”, in quotes")
DATE = matching(r"(0[1-9]|1[0-2])-([0-2]\d|3[01])", "write month and day as “12-25”")
AREA = one_of([*Area], "area")
AREAS = items(AREA)
HALF = one_of(("am", "pm"), "half of a day")
NUMBERS = table(number)
OFFER = items(one_of(OFFERED, "button to offer"))
ANSWER = record({"text": text, "cite": text}, {"offer": OFFER})
EXERCISE = record(
    {"name": text, "areas": AREAS, "kind": one_of([*Kind], "kind")},
    {"say": items(any_text), "near": text},
)
FLAG = record(
    {"id": text, "urgency": one_of([*Urgency], "urgency"), "when": items(any_text)},
)
CLOCK = {
    **dict.fromkeys(("numbers", "tens", "amounts", "fractions", "weekdays", "months"), NUMBERS),
    **dict.fromkeys(
        (
            "exact",
            "past",
            "to",
            "oclock",
            "calm",
            "before-time",
            "welcome",
            "shy",
            "shy-after",
            "every-such",
            "through",
        ),
        items(any_text),
    ),
    **dict.fromkeys(("except", "ordinal", "before-date", "measures", "aside"), items(any_text)),
    "ordinal-words": NUMBERS,
    "occasions": table(items(any_text)),
    "halves": table(HALF),
    "named": table(CLOCK_TIME),
    "units": table(items(any_text)),
    "fortnight": text,
    "groups": table(items(number)),
    "feasts": table(DATE),
    "phrases": SAID,
}
PHRASES = table(items(any_text))
ASIDES = table(items(any_text), [*answer.Aside], "aside")
QUESTION = record(
    {},
    {
        "values": PHRASES,
        **dict.fromkeys(
            (
                "beside",
                "telling",
                "own-matters",
                "before-a-name",
                "no-name",
                "was-there",
                "not-had",
                "left-out",
            ),
            items(any_text),
        ),
        "asides": ASIDES,
    },
)
ANSWERS = {
    **dict.fromkeys(
        ("small", "polite", "swears", "other-matters", "beside-states", "beside-theirs"),
        items(any_text),
    ),
    "asides": ASIDES,
    "correcting": record(
        dict.fromkeys(("begins", "adds", "removes", "lasting", "passing"), items(any_text))
    ),
    "hearsay": record(
        dict.fromkeys(
            ("says", "believed", "unreal", "points", "denies", "softens"), items(any_text)
        )
    ),
    "questions": table(QUESTION, [*READERS], "question"),
}
HINT = record({"when": items(text), "say": items(text)})
BY_NUMBER = record({"from": number, "to": number, "say": text})
AREA_PHRASES = record(
    {"area": table(items(any_text), [*Area], "area")},
    dict.fromkeys(("spot", "loc", "body", "feel", "wish"), table(items(any_text))),
)

NEEDED: Mapping[str, Mapping[str, Shape]] = {
    "about-me": {"not-names": items(any_text), "phrases": SAID},
    "answers": ANSWERS,
    "areas": {
        "phrases": AREA_PHRASES,
        "meeting": table(table(AREAS, LOCS, "side of a part")),
    },
    "asides": {
        "asides": record(dict.fromkeys([*Aside], items(any_text))),
        "pain": record(dict.fromkeys(("little", "ache", "much", "sharp", "numb"), items(any_text))),
        "made-of": table(
            record({"needs": items(items(any_text)), "beside": items(any_text)}), [*Aside], "aside"
        ),
        "timed-pause": record(
            {
                **dict.fromkeys(
                    ("begins", "small", "beside", "seconds", "minutes"), items(any_text)
                ),
                "some": NUMBERS,
            }
        ),
        **dict.fromkeys(("openers", "closers", "none-of-it"), items(any_text)),
    },
    "breaks": {"office-hours": items(CLOCK_TIME), "phrases": SAID},
    "clock": CLOCK,
    "corrections": {
        "says": table(table(text)),
        **dict.fromkeys(("turns", "denials"), items(any_text)),
        "denied": text,
        "dropped": text,
        "phrases": SAID,
    },
    "exercises": {"exercises": table(EXERCISE), "phrases": SAID},
    "explains": {
        **dict.fromkeys(("slots", "intents"), table(items(text))),
        "plain": table(items(any_text)),
        "doubts": items(text),
        "ties": items(one_of([*Intent], "intent")),
    },
    "flags": {"phrases": SAID, "flags": items(FLAG)},
    "grammar": {
        "hides": table(items(text)),
        "when-words": items(text),
        "phrases": SAID,
    },
    "languages": {"english": items(text), "shared": items(text), "phrases": SAID},
    "lookalikes": {"real": items(text)},
    "people": dict.fromkeys(
        ("men", "women", "boys", "girls", "addressed", "suffered"), items(any_text)
    ),
    "readings": {
        "numbers": items(BY_NUMBER),
        "opinions": table(items(text), [*Intent], "intent"),
        "areas": table(items(text), [*Area], "area"),
        "topics": table(items(text)),
        "hints": items(HINT),
    },
    "small-words": {
        "polite": items(text),
        "small": table(items(any_text)),
        "reasons": table(items(any_text)),
    },
    "spelling": {
        **dict.fromkeys(("written", "short", "plurals", "irregular"), table(any_text)),
        **dict.fromkeys(("fillers", "known", "exact"), items(any_text)),
    },
    "spoken": {"expect": items(text)},
    "word-by-word": {"languages": table(table(any_text))},
    "topics": {"despite-areas": items(text), "phrases": SAID, "answers": table(ANSWER)},
    "wishes": {
        "not-too": items(text),
        "positions": table(items(one_of([*Position], "position"))),
        "phrases": SAID,
    },
}
PHRASES_ONLY = {"phrases": SAID}
GROUPS = {"words": table(items(any_text))}
RULE = record({"flag": text, "when": items(any_text)}, {"urgency": one_of([*Urgency], "urgency")})
ANSWERED = record({"flag": text, "urgency": one_of([*Urgency], "urgency")})
MORE: Mapping[str, Mapping[str, Shape]] = {
    "looked-at": {"hides": table(items(any_text))},
    "redflags": {"rules": items(RULE), "doubts": items(RULE), "answers": table(ANSWERED)},
}
