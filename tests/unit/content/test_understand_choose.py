"""Which card answers an ask: hard rules hold for every wish."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from content.catalog.profile import Profile, Sitting
from content.catalog.taxonomy import Area, Kind, Kit, Moment
from content.coaching.recommend.choose import NothingFits, Reason, choose
from content.coaching.recommend.limits import BEFORE_RUN, KNEELING
from content.intents.meaning import Intent, Meaning
from tests.support.library import library

CARDS = library().cards

kits = st.frozensets(st.sampled_from(list(Kit)))
areas = st.lists(st.sampled_from(list(Area)), max_size=3, unique=True).map(tuple)
meanings = st.builds(
    Meaning,
    intent=st.sampled_from([Intent.ASK, Intent.EASIER, Intent.HARDER, Intent.ANOTHER]),
    areas=areas,
    card=st.none() | st.sampled_from(list(CARDS)),
    moment=st.none() | st.sampled_from(list(Moment)),
    kind=st.none() | st.sampled_from(list(Kind)),
    level=st.sampled_from([None, -1, 1]),
    has=kits,
    lacks=kits,
    no_kit=st.booleans(),
    no_kneeling=st.booleans(),
    minutes=st.none() | st.integers(1, 30),
)
profiles = st.builds(
    Profile,
    sitting=st.none() | st.sampled_from(list(Sitting)),
    spots=areas,
    kit=st.none() | kits,
)


@settings(max_examples=400, deadline=None)
@given(meanings, profiles, st.frozensets(st.sampled_from(list(CARDS)), max_size=20))
def test_hard_rules_hold_for_the_card_and_its_alternatives(
    meaning: Meaning, profile: Profile, hidden: frozenset[str]
) -> None:
    try:
        found = choose(meaning, profile, CARDS, hidden=hidden)
    except NothingFits:
        assume(False)
    for card in (CARDS[each] for each in (found.card, *found.alternatives)):
        assert card.id not in hidden
        if meaning.moment is Moment.BEFORE_RUN:
            assert card.kind in BEFORE_RUN
            assert Moment.BEFORE_RUN in card.moments
        if meaning.no_kneeling:
            assert card.position not in KNEELING
        if meaning.no_kit:
            assert not card.kit.required
        if profile.kit is not None:
            assert set(card.kit.required) <= profile.kit | meaning.has
        assert not set(card.kit.required) & meaning.lacks or meaning.no_kit
    assert found.card not in found.alternatives
    assert len(set(found.alternatives)) == len(found.alternatives) <= 2


@pytest.mark.parametrize("area", Area)
@pytest.mark.parametrize("moment", [None, *Moment])
def test_every_area_is_served_at_every_moment(area: Area, moment: Moment | None) -> None:
    wish = Meaning(Intent.ASK, areas=(area,), moment=moment)
    found = choose(wish, Profile(kit=frozenset()), CARDS)
    assert area in CARDS[found.card].areas or "area" in found.dropped
    assert "area" not in found.dropped


def test_what_was_dropped_is_said() -> None:
    wish = Meaning(
        Intent.ASK, areas=(Area.HIP_FLEXORS,), kind=Kind.STRETCH, moment=Moment.BEFORE_RUN
    )
    assert choose(wish, Profile(), CARDS).dropped == ("kind",)
    named = Meaning(Intent.ASK, card="couch-stretch", moment=Moment.BEFORE_RUN)
    found = choose(named, Profile(), CARDS)
    assert "card" in found.dropped
    assert Area.HIP_FLEXORS in CARDS[found.card].areas


def test_the_reasons_name_the_wishes_that_were_met() -> None:
    wish = Meaning(Intent.ASK, areas=(Area.QUADS,), moment=Moment.AFTER_RUN, no_kit=True, minutes=5)
    reasons = choose(wish, Profile(), CARDS).reasons
    assert Reason("area", "quads") in reasons
    assert Reason("moment", "after-run") in reasons
    assert Reason("no-kit") in reasons
    assert Reason("minutes", "5") in reasons


def test_a_named_card_is_served_and_its_links_are_followed() -> None:
    profile = Profile()
    assert choose(Meaning(Intent.ASK, card="couch-stretch"), profile, CARDS).card == "couch-stretch"
    easier = Meaning(Intent.EASIER, card="couch-stretch", level=-1)
    assert choose(easier, profile, CARDS).card == CARDS["couch-stretch"].links.easier
    harder = Meaning(Intent.HARDER, card="glute-bridge", level=1)
    assert choose(harder, profile, CARDS).card == CARDS["glute-bridge"].links.harder
    other = Meaning(Intent.ANOTHER, card="glute-bridge")
    assert choose(other, profile, CARDS).card != "glute-bridge"


def test_nothing_left_is_told() -> None:
    with pytest.raises(NothingFits):
        choose(Meaning(Intent.ASK), Profile(), CARDS, hidden=frozenset(CARDS))
