"""The question whether something was meant, with each deed on a button."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bot.dispatch.reply import Button, Reply, button
from bot.values.profile import days_spoken
from content.intents.meaning import Intent, Meaning
from content.wording.messages import Wording

WEEK = frozenset(range(7))
TOLD, RUN = (Intent.DONE, Intent.PARTIAL), Intent.RUN_TOLD
LONGEST = 60  # letters of what was not understood
LABEL = 48  # letters of a button that are read on a phone


def sure(
    wording: Wording,
    offers: Sequence[Meaning],
    left: Sequence[str],
    names: Mapping[str, str],
    number: str,
) -> Reply:
    """Each of the offers on a button, and one that does nothing."""
    deeds = [deed(wording, each, names) for each in offers]
    words = [each if len(each) <= LONGEST else f"{each[:LONGEST]}…" for each in left[:2]]
    rows = [
        [Button(wording.label("meant_yes", deed=each)[:LABEL], f"mean:{number}:{at}")]
        for at, each in enumerate(deeds)
    ]
    no = button(wording, "meant_none", f"mean:{number}:none")
    return Reply(wording.message("sure", left=words, deeds=deeds), [*rows, [no]])


def deed(wording: Wording, meaning: Meaning, names: Mapping[str, str]) -> str:
    """What would be done, in short: "a reminder: 07:00, every day"."""
    said = wording.term("deeds", _deed_name(meaning))
    details = ", ".join(_details(wording, meaning, names))
    return f"{said}: {details}" if details else said


def _deed_name(meaning: Meaning) -> str:
    """What leaves days out is told by these, and not by the days that stay."""
    if meaning.intent is RUN and not meaning.on:
        return "run-off"
    if _moves_a_run(meaning):
        return "run-moved"
    if meaning.intent is Intent.PAUSE and meaning.since and meaning.since == _last_day(meaning):
        return "day-off"
    if meaning.skips and not meaning.at:
        return "dates-out"
    if meaning.since and meaning.intent in TOLD:
        return "other-day"
    if meaning.day and meaning.intent is Intent.UNDO:
        return "clear-day"
    return "days-out" if meaning.fewer_days else meaning.intent.value


def _moves_a_run(meaning: Meaning) -> bool:
    return meaning.intent is RUN and bool(meaning.skips) and meaning.on


def _details(wording: Wording, meaning: Meaning, names: Mapping[str, str]) -> list[str]:
    if _moves_a_run(meaning):
        return [f"{meaning.skips[0]:%A} → {meaning.day:%A %-d %B}"]
    times = [f"{each:%H:%M}" for each in (meaning.at, meaning.end, *meaning.also) if each]
    hours = [f"{each:%H:%M}" for each in meaning.hours or ()]
    named = WEEK - meaning.days if meaning.fewer_days else meaning.days
    days = [days_spoken(wording, sorted(named))] if named else []
    if meaning.intent is Intent.REMIND and meaning.at and not (meaning.days or meaning.day):
        days = [wording.term("settings", "every_day")]
    return [
        *times,
        *([" – ".join(hours)] if hours else []),
        *days,
        *(f"{each:%A %-d %B}" for each in meaning.skips),
        *_dated(wording, meaning),
        *([f"{meaning.amount:g} km"] if meaning.amount and meaning.intent is RUN else []),
        *([wording.term("deeds", "minutes").format(n=meaning.minutes)] if meaning.minutes else []),
        *_further_lengths(wording, meaning),
        *filter(None, (names.get(meaning.card or ""), meaning.named, _place(meaning))),
        *_beside(wording, meaning),
        *_areas(wording, meaning),
        *_wishes(wording, meaning),
    ]


def _further_lengths(wording: Wording, meaning: Meaning) -> Iterator[str]:
    for minutes, days in meaning.lengths:
        yield days_spoken(wording, sorted(days))
        yield wording.term("deeds", "minutes").format(n=minutes)


def _beside(wording: Wording, meaning: Meaning) -> Iterator[str]:
    """Minutes from the run, or from the time that stands, and only on the days of runs."""
    for name, minutes in (("run", meaning.run), ("time", meaning.shift)):
        if minutes is not None:
            how = f"{'before' if minutes < 0 else 'after'}-{name}"
            yield wording.term("deeds", how).format(n=abs(minutes))
    if meaning.intent is Intent.REMIND and meaning.run_days is not None:
        yield wording.term("deeds", "run-days" if meaning.run_days else "no-run-days")


def _last_day(meaning: Meaning) -> date | None:
    """Of a break, whose `day` is the first one after it."""
    return meaning.day - timedelta(days=1) if meaning.day else None


def _dated(wording: Wording, meaning: Meaning) -> Iterator[str]:
    """The day of it; of a break the first and the last one, not the one that it is over on; where a
    log goes to another one, both.
    """
    if meaning.since and meaning.intent in TOLD:
        yield f"{meaning.since:%A} → {meaning.day:%A}"
    elif meaning.day and meaning.intent is Intent.PAUSE:
        last = _last_day(meaning)
        if meaning.since and meaning.since != last:
            yield f"{meaning.since:%A %-d %B} – {last:%A %-d %B}"
        else:
            said = "{day}" if meaning.since else wording.term("deeds", "to-the-end-of")
            yield said.format(day=f"{last:%A %-d %B}")
    elif meaning.day:
        yield f"{meaning.day:%A %-d %B}"


def _areas(wording: Wording, meaning: Meaning) -> Iterator[str]:
    """Two of them at most; of tight spots, whether they come or go."""
    lists = meaning.intent is Intent.PREFER
    said = wording.term("deeds", "on-list" if meaning.on else "off-list") if lists else "{area}"
    yield from (said.format(area=wording.term("areas", each)) for each in meaning.areas[:2])


def _wishes(wording: Wording, meaning: Meaning) -> Iterator[str]:
    """What all sessions shall heed: "no kneeling", "without a band", "shorter"."""
    if meaning.intent is not Intent.PREFER:
        return
    if meaning.no_kneeling:
        yield wording.term("deeds", "no-kneeling" if meaning.on else "kneeling")
    yield from (wording.term("kit", each) for each in sorted(meaning.has))
    for each in sorted(meaning.lacks):
        yield wording.term("deeds", "without").format(kit=wording.term("kit", each))
    if meaning.longer and not meaning.minutes:
        yield wording.term("deeds", "longer" if meaning.longer > 0 else "shorter")


def _place(meaning: Meaning) -> str | None:
    return meaning.place.title() if meaning.place else None


def left_alone(wording: Wording) -> Reply:
    return Reply(wording.message("left_alone"))
