"""Today's session: two or three cards for this runner and this day. Same inputs, same session."""

from collections.abc import Mapping
from dataclasses import dataclass

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.profile import Sitting
from content.catalog.programme import Focus
from content.catalog.taxonomy import Area, Kind, Moment
from content.coaching.recommend.choose import Reason
from content.coaching.recommend.limits import KNEELING, before_run, has_kit
from content.coaching.recommend.ranking import tight_spots
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.length import MOST_CARDS, USUAL_MINUTES
from content.coaching.session.picking import CardPicker, Want, again
from content.coaching.session.volume import FLOOR_S, has_room, ledger, weaker_side
from content.coaching.soreness import Light

STRONG_EVERY, STRONG_EVERY_IF_SORE = 2, 3  # days between strength: twice a week or more, rule R5
AWAY_FROM_RUN = (Kind.RELEASE, Kind.STRETCH, Kind.MOBILIZE, Kind.STRENGTHEN)
IN_ORDER = {kind: place for place, kind in enumerate(Kind)}
TOLD = 3  # reasons that still make one line


@dataclass(frozen=True, slots=True)
class Session:
    """Card ids in the order of doing them, how many minutes in all, and why these.

    Without cards the reason says why: a red light, or nothing that fits.
    """

    cards: tuple[str, ...]
    minutes: int
    reasons: tuple[Reason, ...]


def todays_session(today: SessionInputs, cards: Mapping[str, Card]) -> Session:
    """The session of that day, in the order of `Kind`.

    The first card is the core, for the tightest spot, and stays; strength comes every other day
    and keeps to a few cards for a fortnight; the rest fills what the week still lacks, and
    otherwise rotates. Before a run everything moves (rule R2).
    """
    if today.light is Light.STOP:
        return Session((), 0, (Reason("stop"),))
    picking = _picking(today, cards)
    picked: list[Card] = []
    for want in _places(today, cards):
        if card := want(picking, picked):
            picked.append(card)
    ordered = sorted(picked, key=lambda card: IN_ORDER[card.kind])
    total = max(1, round(sum(length(card) for card in ordered)))
    return Session(tuple(c.id for c in ordered), total, _reasons(today, ordered, cards))


def one_more(today: SessionInputs, cards: Mapping[str, Card], done: tuple[str, ...]) -> str | None:
    """A card to go on with after a session of `done`; None when it is enough for the day."""
    if today.light is not Light.GO:
        return None
    picked = [cards[each] for each in done if each in cards]
    card = _picking(today, cards).anything(picked)
    return card.id if card else None


def has_more(today: SessionInputs, cards: Mapping[str, Card], done: tuple[str, ...]) -> bool:
    """Is there `one_more`? Asked at every log, and quicker to tell than which one is best."""
    if today.light is not Light.GO:
        return False
    picked = [cards[each] for each in done if each in cards]
    book = ledger(((card, 1) for card in picked), today.book(cards))
    return any(
        not again(card, picked) and has_room(book, card) and usable(card, today)
        for card in cards.values()
    )


def spots_of_week(today: SessionInputs) -> tuple[Area, ...]:
    """The tightest spot, and a second one that takes turns from week to week; then the rest."""
    spots = tuple(area for area in tight_spots(today.profile) if area not in today.locked)
    first, others = spots[:1], spots[1:]
    if not others:
        return first
    turn = today.monday.toordinal() // 7 % len(others)
    return (*first, *others[turn:], *others[:turn])


def _picking(today: SessionInputs, cards: Mapping[str, Card]) -> CardPicker:
    pool = tuple(card for card in cards.values() if usable(card, today))
    return CardPicker(today, pool, spots_of_week(today), today.book(cards))


def usable(card: Card, today: SessionInputs) -> bool:
    """May this card be in a session of that day at all?"""
    favourite = card.id in today.favourites
    if not (favourite and today.light is Light.GO) and card.level > today.level:
        return False
    if today.moment is Moment.BEFORE_RUN:
        fits = before_run(card)
    elif today.moment is None or today.moment in card.moments:
        fits = card.kind in AWAY_FROM_RUN or (favourite and card.kind is not Kind.DRILL)
    else:
        fits = False
    return fits and _may_be_done(card, today)


def _may_be_done(card: Card, today: SessionInputs) -> bool:
    """Is it neither hidden nor locked, and possible with this kit and these knees?"""
    if card.id in today.hidden or not today.locked.isdisjoint(card.areas):
        return False
    if today.no_kneeling and card.position in KNEELING:
        return False
    return has_kit(card, today.profile.kit or frozenset())


def _places(today: SessionInputs, cards: Mapping[str, Card]) -> tuple[Want, ...]:
    """The usual few, and as many more as there is time for where a long session was asked for.

    Strength stays a small part of it: most of what is added is range.
    """
    usual = _wants(today, cards)[:MOST_CARDS]
    room = 0 if today.light is Light.EASE else (today.minutes or 0) - USUAL_MINUTES
    more = CardPicker.moving if today.moment is Moment.BEFORE_RUN else CardPicker.lacking
    strong = [CardPicker.strong] * (room > 0 and strength_is_due(today, cards))
    return (*usual, *strong, *[more] * max(room - len(strong), 0))


def _wants(today: SessionInputs, cards: Mapping[str, Card]) -> tuple[Want, ...]:
    """What the places of the session are for, the core first."""
    if today.moment is Moment.BEFORE_RUN:
        return (CardPicker.opening, CardPicker.moving, CardPicker.moving)
    if today.light is Light.EASE:
        return (CardPicker.gentle, CardPicker.gentle)
    if not strength_is_due(today, cards):
        return (CardPicker.core, CardPicker.lacking, CardPicker.lacking)
    last = CardPicker.more_strong if today.focus is Focus.STRENGTH else CardPicker.lacking
    return (CardPicker.core, CardPicker.strong, last)


def strength_is_due(today: SessionInputs, cards: Mapping[str, Card]) -> bool:
    """Every other day, or when the programme says so; never on sore legs or before a big run."""
    if today.fresh or today.gentle or today.light is not Light.GO:
        return False
    last = today.last_strength(cards)
    gap = (today.day - last).days if last else STRONG_EVERY_IF_SORE
    if today.focus:
        return today.focus is Focus.STRENGTH and gap > today.tender
    return gap >= (STRONG_EVERY_IF_SORE if today.tender else STRONG_EVERY)


def _reasons(
    today: SessionInputs, picked: list[Card], cards: Mapping[str, Card]
) -> tuple[Reason, ...]:
    """What speaks for this session, what changed it first."""
    kinds = {card.kind for card in picked}
    reasons = [Reason("locked", area) for area in sorted(today.locked)][:1]
    if today.graded:
        reasons.append(Reason("graded"))
    if today.light is Light.EASE:
        reasons.append(Reason("ease"))
    elif today.tender and Kind.STRENGTHEN in kinds:
        reasons.append(Reason("tender"))
    elif today.fresh or today.gentle:
        reasons.append(Reason("fresh" if today.fresh else "gentle"))
    if today.short:
        reasons.append(Reason("short"))
    if today.moment:
        reasons.append(Reason("moment", today.moment))
    reasons += _stand_ins(today, picked, cards)[:1]
    reasons += _spots(today, picked)
    if Kind.STRENGTHEN in kinds:
        reasons.append(Reason("kind", Kind.STRENGTHEN))
    reasons += [Reason("enough", area) for area in _enough(today, cards)]
    return tuple(reasons[:TOLD])


def _stand_ins(today: SessionInputs, picked: list[Card], cards: Mapping[str, Card]) -> list[Reason]:
    """A move of the programme that is not wanted: its stand-in is here, or it has none."""
    shown = {card.id for card in picked}
    return [
        Reason("instead" if other else "unreplaced", cards[card].name)
        for card, other in today.swapped.items()
        if other is None or other in shown
    ]


def _enough(today: SessionInputs, cards: Mapping[str, Card]) -> tuple[Area, ...]:
    """The tightest spot, once it has had its minutes for the week."""
    book = today.book(cards)
    return tuple(a for a in spots_of_week(today)[:1] if weaker_side(book, a) >= FLOOR_S)


def _spots(today: SessionInputs, picked: list[Card]) -> list[Reason]:
    profile = today.profile
    covered = [a for a in tight_spots(profile) if any(a in card.areas for card in picked)]
    named = [area for area in covered if area in profile.spots] or covered
    reasons = [Reason("spot", area) for area in named[:1]]
    if profile.sitting is Sitting.OVER_7 and Area.HIP_FLEXORS in covered:
        reasons.append(Reason("sitting", profile.sitting))
    elif named[1:]:
        reasons.append(Reason("spot", named[1]))
    return reasons
