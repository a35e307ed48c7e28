import json
import re
import zoneinfo
from datetime import timedelta
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.places import Place, find_city, inhabited_zones, offset_of, people_in, representative
from content.places.atlas import Atlas, countries, read_table
from content.places.build import main as build
from content.places.spelling import fold

CLEAR = """
    Berlin                      Berlin, Germany             Europe/Berlin
    berlin                      Berlin, Germany             Europe/Berlin
    BERLIN!                     Berlin, Germany             Europe/Berlin
    Berlin, Germany             Berlin, Germany             Europe/Berlin
    berlin deutschland          Berlin, Germany             Europe/Berlin
    München                     Munich, Germany             Europe/Berlin
    Muenchen                    Munich, Germany             Europe/Berlin
    munich                      Munich, Germany             Europe/Berlin
    Köln                        Köln, Germany               Europe/Berlin
    Cologne                     Köln, Germany               Europe/Berlin
    Frankfurt                   Frankfurt am Main, Germany  Europe/Berlin
    Wien                        Vienna, Austria             Europe/Vienna
    Zuerich                     Zürich, Switzerland         Europe/Zurich
    Genève                      Geneva, Switzerland         Europe/Zurich
    Praha                       Prague, Czechia             Europe/Prague
    Den Haag                    The Hague, Netherlands      Europe/Amsterdam
    's-Hertogenbosch            's-Hertogenbosch, Netherlands  Europe/Amsterdam
    Lisboa                      Lisbon, Portugal            Europe/Lisbon
    Seville                     Sevilla, Spain              Europe/Madrid
    Brugge                      Brugge, Belgium             Europe/Brussels
    København                   Copenhagen, Denmark         Europe/Copenhagen
    Goteborg                    Gothenburg, Sweden          Europe/Stockholm
    İstanbul                    Istanbul, Turkey            Europe/Istanbul
    Kiev                        Kyiv, Ukraine               Europe/Kyiv
    Київ                        Kyiv, Ukraine               Europe/Kyiv
    Москва                      Moscow, Russia              Europe/Moscow
    Moskwa                      Moscow, Russia              Europe/Moscow
    Тверь                       Tver, Russia                Europe/Moscow
    St Petersburg               Saint Petersburg, Russia    Europe/Moscow
    Αθήνα                       Athens, Greece              Europe/Athens
    ירושלים                     Jerusalem, Israel           Asia/Jerusalem
    القاهرة                     Cairo, Egypt                Africa/Cairo
    दिल्ली                        Delhi, India                Asia/Kolkata
    Bombay                      Mumbai, India               Asia/Kolkata
    東京                        Tokyo, Japan                Asia/Tokyo
    Tokio                       Tokyo, Japan                Asia/Tokyo
    서울                        Seoul, South Korea          Asia/Seoul
    台北                        Taipei, Taiwan              Asia/Taipei
    深圳                        Shenzhen, China             Asia/Shanghai
    Peking                      Beijing, China              Asia/Shanghai
    Saigon                      Ho Chi Minh City, Vietnam   Asia/Ho_Chi_Minh
    Hong Kong                   Hong Kong, Hong Kong        Asia/Hong_Kong
    Kathmandu                   Kathmandu, Nepal            Asia/Kathmandu
    нью-йорк                    New York City, United States  America/New_York
    NYC                         New York City, United States  America/New_York
    New York, USA               New York City, United States  America/New_York
    LA                          Los Angeles, United States  America/Los_Angeles
    sf                          San Francisco, United States  America/Los_Angeles
    Vegas                       Las Vegas, United States    America/Los_Angeles
    Philly                      Philadelphia, United States  America/New_York
    Ft. Worth                   Fort Worth, United States   America/Chicago
    Winston-Salem               Winston-Salem, United States  America/New_York
    Kansas City                 Kansas City, United States  America/Chicago
    Portland, OR                Portland, United States     America/Los_Angeles
    Portland Oregon             Portland, United States     America/Los_Angeles
    Portland, Maine, USA        Portland, United States     America/New_York
    Paris, TX                   Paris, United States        America/Chicago
    Washington, D.C.            Washington, United States   America/New_York
    Toronto                     Toronto, Canada             America/Toronto
    London                      London, United Kingdom      Europe/London
    London, Ontario             London, Canada              America/Toronto
    Cambridge UK                Cambridge, United Kingdom   Europe/London
    cambridge ma                Cambridge, United States    America/New_York
    san jose costa rica         San José, Costa Rica        America/Costa_Rica
    CDMX                        Mexico City, Mexico         America/Mexico_City
    São Paulo                   São Paulo, Brazil           America/Sao_Paulo
    sao paulo                   São Paulo, Brazil           America/Sao_Paulo
    Rio                         Rio de Janeiro, Brazil      America/Sao_Paulo
    Sidney                      Sydney, Australia           Australia/Sydney
    Port Moresby, Papua New Guinea  Port Moresby, Papua New Guinea  Pacific/Port_Moresby
    Atlantis, South Africa      Atlantis, South Africa      Africa/Johannesburg
    Singapore                   Singapore, Singapore        Asia/Singapore
    Norway                      Oslo, Norway                Europe/Oslo
    日本                        Tokyo, Japan                Asia/Tokyo
    u.k.                        London, United Kingdom      Europe/London
    Scotland                    Glasgow, United Kingdom     Europe/London
    Europe/Berlin               Berlin, Germany             Europe/Berlin
    america/los angeles         Los Angeles, United States  America/Los_Angeles
    Asia/Calcutta               Calcutta,                   Asia/Calcutta
    JST                         Tokyo, Japan                Asia/Tokyo
"""

TO_CONFIRM = """
    Atlantis                    Atlantis, South Africa      Africa/Johannesburg
    Berln                       Berlin, Germany             Europe/Berlin
    Berln, Germany              Berlin, Germany             Europe/Berlin
    lodnon                      London, United Kingdom      Europe/London
    Pragu                       Prague, Czechia             Europe/Prague
    мосвка                      Moscow, Russia              Europe/Moscow
    chicgo                      Chicago, United States      America/Chicago
    Cincinatti                  Cincinnati, United States   America/New_York
    Philidelphia                Philadelphia, United States  America/New_York
    Albuqerque                  Albuquerque, United States  America/Denver
    Melborne                    Melbourne, Australia        Australia/Melbourne
    Johanesburg                 Johannesburg, South Africa  Africa/Johannesburg
    Germny                      Berlin, Germany             Europe/Berlin
    Munich, Bavaria             Munich, Germany             Europe/Berlin
    Kreuzberg, Berlin           Berlin, Germany             Europe/Berlin
    Flagstaff                   Flagstaff, United States    America/Phoenix
    St. Gallen                  Sankt Gallen, Switzerland   Europe/Zurich
    Россия                      Moscow, Russia              Europe/Moscow
    Portugal                    Lisbon, Portugal            Europe/Lisbon
"""

SEVERAL = {
    "Portland": {"America/Los_Angeles", "America/New_York"},
    "Birmingham": {"Europe/London", "America/Chicago"},
    "Salem": {"Asia/Kolkata", "America/Los_Angeles", "Asia/Jerusalem"},
    "Pittsburg": {"America/Los_Angeles", "America/New_York"},
    "Victoria": {"Australia/Melbourne", "America/Vancouver"},
    "Ontario": {"America/Toronto", "America/Los_Angeles"},
    "Georgia": {"Asia/Tbilisi", "America/New_York"},
    "USA": {"America/New_York", "America/Los_Angeles", "America/Chicago", "America/Denver"},
    "CET": {"Europe/Berlin", "Europe/Paris", "Africa/Algiers"},
    "Eastern time": {"America/New_York", "America/Toronto"},
    "IST": {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"},
}

NOWHERE = """
    asdf  Hogwarts  Mordor  Wakanda  25:00  skip  none  my house  qwertyuiop  😀  |  ||  <b></b>
"""


def table(text: str) -> list[list[str]]:
    return [re.split(r"\s{2,}", line.strip()) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("typed", "name", "zone"), table(CLEAR))
def test_a_clear_answer_needs_no_question(typed, name, zone):
    first, *_ = find_city(typed)
    assert (f"{first.name}, {first.country}".strip(), first.zone) == (name, zone)
    assert first.sure


@pytest.mark.parametrize(("typed", "name", "zone"), table(TO_CONFIRM))
def test_a_guess_a_small_town_and_a_wide_country_are_confirmed(typed, name, zone):
    first, *_ = find_city(typed)
    assert (f"{first.name}, {first.country}", first.zone) == (name, zone)
    assert not first.sure


@pytest.mark.parametrize(("typed", "zones"), SEVERAL.items())
def test_a_name_of_several_places_offers_them_all(typed, zones):
    found = find_city(typed)
    assert {place.zone for place in found} >= zones
    assert not any(place.sure for place in found)


@pytest.mark.parametrize(
    "typed", ["", "  ", "\n", *(each for row in table(NOWHERE) for each in row)]
)
def test_what_is_no_place_finds_nothing(typed):
    assert find_city(typed) == ()


@pytest.mark.parametrize("typed", ["us " * 26, "in the " * 11, "Berlin " * 2000])
def test_a_long_message_is_not_searched_for_slips(typed):
    assert find_city(typed) == ()


def test_places_of_one_name_come_with_the_largest_first():
    people = [place.population for place in find_city("Springfield")]
    assert people == sorted(people, reverse=True)
    assert [find_city("Springfield, Ohio")[0].region, len(find_city("Springfield"))] == ["Ohio", 8]


def test_a_spelled_town_is_not_mixed_with_cities_little_larger():
    assert [place.name for place in find_city("Atlantis")] == ["Atlantis"]


def test_a_state_tells_two_towns_apart():
    assert find_city("Portland")[0].region == "Oregon"
    assert find_city("Berlin")[0].region == ""


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gives_a_few_places_or_none(text):
    found = find_city(text)
    assert len(found) <= 8
    assert not any(place.sure for place in found[1:])
    assert {place.zone for place in found} <= zoneinfo.available_timezones()


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("UTC+2", 2),
        ("utc +2", 2),
        ("GMT-5", -5),
        ("gmt −5", -5),
        ("+5:30", 5.5),
        ("+0545", 5.75),
        ("-03", -3),
        ("UTC", 0),
        ("UTC+14", 14),
        ("UTC-12", -12),
    ],
)
def test_a_distance_from_utc_is_understood(typed, hours):
    assert offset_of(typed) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "typed", ["", "GMT", "UTC+15", "UTC-12:30", "+5:75", "7:00", "5", "Berlin"]
)
def test_what_is_no_distance_from_utc_is_none(typed):
    assert offset_of(typed) is None


def test_every_zone_has_somebody_to_stand_for_it():
    assert representative("Europe/Berlin").name == "Berlin"
    assert representative("America/Argentina/Buenos_Aires").name == "Buenos Aires"
    assert representative("Antarctica/Troll") == Place("Troll", "", "Antarctica/Troll", 0)
    assert all(representative(zone).zone == zone for zone in inhabited_zones())
    assert (
        people_in("Asia/Tokyo") > people_in("Europe/London") > people_in("Pacific/Kiritimati") > 0
    )


class TestData:
    """The files themselves."""

    def test_each_city_has_a_zone_that_exists_a_country_that_we_name_and_its_people(self):
        text = resources.files("content.places").joinpath("cities.tsv").read_text("utf-8")
        blocks = [block.splitlines() for block in text.strip().split("\n\n")]
        assert {zone for zone, *_ in blocks} <= zoneinfo.available_timezones()
        for _, *cities in blocks:
            people = [int(city.split("\t")[3]) for city in cities]
            assert people == sorted(people, reverse=True)
            assert {city.split("\t")[1] for city in cities} <= set(countries())
        assert sum(len(cities) for _, *cities in blocks) > 30_000

    def test_each_abbreviation_means_zones_where_people_live(self):
        zones = {zone for _, zones in read_table("abbreviations.tsv") for zone in zones.split()}
        assert zones <= set(inhabited_zones())

    def test_no_country_is_listed_twice(self):
        codes = [code for code, *_ in read_table("countries.tsv")]
        assert len(codes) == len(set(codes))

    def test_it_says_whose_data_this_is(self):
        readme = resources.files("content.places").joinpath("README.md").read_text("utf-8")
        assert "GeoNames" in readme
        assert "Creative Commons Attribution 4.0" in readme


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Tromsø", "tromso"),
        ("N'Djamena", "ndjamena"),
        ("Saint-Étienne", "st etienne"),
        ("  Winston–Salem. ", "winston salem"),
        ("ΑΘΉΝΑ", "αθηνα"),
        ("Йошкар-Ола", "иошкар ола"),
        ("서울", "서울"),
        ("ग", "ग"),
    ],
)
def test_names_are_compared_by_their_bare_letters(typed, folded):
    assert fold(typed) == folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_the_authors_tool_writes_a_file_that_the_atlas_reads(tmp_path):
    town = {"countrycode": "DE", "admin1code": "16", "timezone": "Europe/Berlin"}
    koln = {"name": "Köln", "population": 1_000_000}
    koln["alternatenames"] = ["Cologne", "Кёльн", "Stadt Köln", "ke long", "CGN", "쾰른"]
    hurth = {"name": "Hürth", "population": 60_000, "alternatenames": ["Huerth", "Хюрт", "HTH"]}
    cities = {"1": town | koln, "2": town | hurth}
    village = town | {"name": "Büsingen", "population": 1500, "timezone": "Europe/Busingen"}
    village["alternatenames"] = []
    (tmp_path / "cities15000.json").write_text(json.dumps(cities))
    (tmp_path / "cities500.json").write_text(json.dumps(cities | {"3": village}))
    (tmp_path / "countries.json").write_text(json.dumps({"DE": {"iso": "DE", "languages": "de"}}))
    build(tmp_path, tmp_path / "cities.tsv")

    atlas = Atlas((tmp_path / "cities.tsv").read_bytes())
    assert atlas.zones == ("Europe/Berlin", "Europe/Busingen")
    assert [len(atlas.named(key)) for key in ("koln", "cologne", "кельн", "cgn", "쾰른")] == [1] * 5
    assert [len(atlas.named(key)) for key in ("stadt koln", "ke long", "хюрт", "hth")] == [0] * 4
    assert atlas.named("huerth") == [Place("Hürth", "Germany", "Europe/Berlin", 60_000)]
    assert atlas.largest_in("Europe/Busingen").name == "Büsingen"
    assert atlas.people == {"Europe/Berlin": 1_060_000, "Europe/Busingen": 1500}
