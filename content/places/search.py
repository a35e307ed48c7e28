"""From what a runner typed to the places that may be meant, the likeliest first."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from content.places.areas import after_a_city, called
from content.places.atlas import GUESSED_FROM, Place, atlas
from content.places.spelling import fold, near
from content.places.zone_names import by_abbreviation, by_name

LONGEST = 80  # characters
MOST_WORDS = 8  # each more could cost another search for slips
AT_MOST = 8
WELL_KNOWN = 100_000  # people
FAR_AHEAD = 10  # times the weight leaves no doubt which of two places is meant

# How likely a place is meant is weighed in people, by how it was named:
BY_OTHER_NAME = 1 / 10  # "Salem" for Jerusalem
BY_AREA = 1 / 2  # "Norway" for Oslo
WITH_AREA = 10  # "Atlantis, South Africa"
BY_GUESS = 1 / 10_000  # each slip in the spelling

SHORTEST = 3  # letters of a name with a slip in it
SHORT = 6  # letters; with fewer, or with two slips, only large cities are guessed
ENOUGH = (GUESSED_FROM, 200_000)

Found = dict[Place, float]
Look = Callable[[str], Found]


def find_city(text: str) -> tuple[Place, ...]:
    """The places that `text` may mean, the likeliest first; none if no name is like it.

    Understands a city in many languages, with a country or state after it ("Portland, OR"), a
    country or state by itself, a zone ("Europe/Berlin") and its abbreviation ("CET"), and
    forgives a few slips. Only the first can be `sure`: no need to ask whether it is meant.
    """
    if len(text) > LONGEST:
        return ()
    if zone := by_name(text):
        return (zone,)
    if places := by_abbreviation(text):
        return places if len(places) == 1 else _unsure(places)
    return _ranked(_named(text))


def city_called(text: str) -> tuple[Place, ...]:
    """The places of that very name. No slip is forgiven: to look for one takes a tenth of a second,
    too long for words of any message.
    """
    words = fold(text).split()
    return _ranked(_search(words, _spelled)) if 0 < len(words) <= MOST_WORDS else ()


def _named(text: str) -> Found:
    words = fold(text).split()
    if not 0 < len(words) <= MOST_WORDS:
        return {}
    spelled = _search(words, _spelled)
    if max(spelled.values(), default=0) >= WELL_KNOWN:
        return spelled
    people = max((place.population for place in spelled), default=0)
    guesses = _parts(text) or _search(words, _misspelled)
    larger = {place: guesses[place] for place in guesses if place.population > FAR_AHEAD * people}
    return larger | spelled


def _search(words: list[str], look: Look) -> Found:
    """Look up the whole, else what stands before the name of a country or state."""
    found = look(" ".join(words))
    for cut in range(len(words) - 1, 0, -1):
        found = found or _inside(words[:cut], " ".join(words[cut:]), look)
    return found


def _inside(words: list[str], area_name: str, look: Look) -> Found:
    areas = after_a_city().get(area_name)
    if not areas:
        return {}
    return {
        place: weight * WITH_AREA
        for place, weight in _search(words, look).items()
        if any(area.holds(place) for area in areas)
    }


def _spelled(key: str) -> Found:
    places = atlas().named(key)
    taken = any(fold(place.name) == key for place in places)
    by_other_name = BY_OTHER_NAME if taken else 1  # "Salem" isn't Jerusalem; "Lisboa" is Lisbon
    return _of_areas(key) | {place: _weight(place, key, by_other_name) for place in places}


def _misspelled(key: str) -> Found:
    """No guess is made from two letters: "no" is no slip for "Ho"."""
    if len(key) < SHORTEST:
        return {}
    guesses = {
        place: weight * BY_GUESS**slipped
        for name, slipped in near(key, list(called())).items()
        for place, weight in _of_areas(name).items()
    }
    fewest_last = sorted(atlas().near(key).items(), key=lambda hit: -hit[1])
    for name, slipped in fewest_last:
        enough = ENOUGH[slipped > 1 or len(key) < SHORT]
        weights = {place: _weight(place, name) for place in atlas().named(name)}
        guesses |= {p: w * BY_GUESS**slipped for p, w in weights.items() if w >= enough}
    return guesses


def _weight(place: Place, key: str, by_other_name: float = BY_OTHER_NAME) -> float:
    return place.population * (1 if fold(place.name) == key else by_other_name)


def _of_areas(name: str) -> Found:
    """The largest city of each zone in what is called that."""
    return {
        place: place.population * BY_AREA
        for area in called().get(name, ())
        for place in atlas().largest(area.country, area.region)
    }


def _parts(text: str) -> Found:
    """What any part between commas names, when the whole says nothing: "Kreuzberg, Berlin"."""
    parts = text.split(",") if "," in text else ()
    found = (_spelled(fold(part)) for part in parts)
    return {place: weight * BY_GUESS for each in found for place, weight in each.items()}


def _ranked(found: Found) -> tuple[Place, ...]:
    ranked = sorted(found, key=lambda place: -found[place])
    if not ranked:
        return ()
    first, *others = ranked
    rivals = [found[place] for place in others if place.zone != first.zone]
    sure = found[first] >= max(WELL_KNOWN, FAR_AHEAD * max(rivals, default=0))
    return (replace(first, sure=sure), *_unsure(others[: AT_MOST - 1]))


def _unsure(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(replace(place, sure=False) for place in places)
