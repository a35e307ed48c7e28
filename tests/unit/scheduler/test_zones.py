import os
import subprocess
import sys
import zoneinfo
from contextlib import suppress
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
import tzfpy
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar.zones import TZDATA_VERSION, UnknownZone, aware, local, zone, zone_at

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
ASK_ALL = """
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo
noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
print(noon.astimezone(ZoneInfo("Europe/Berlin")).hour)
from scheduler.calendar.zones import zone
print(noon.astimezone(zone("Europe/Berlin")).hour)
print(noon.astimezone(ZoneInfo("Europe/Berlin")).hour)
"""


def test_the_machines_own_database_is_not_asked(tmp_path: Path):
    """A machine that believes Berlin to be in Tokyo: Python alone trusts it, Limber doesn't."""
    tokyo = resources.files("tzdata").joinpath("zoneinfo/Asia/Tokyo").read_bytes()
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "Berlin").write_bytes(tokyo)
    asked = subprocess.run(
        [sys.executable, "-c", ASK_ALL],
        env={**os.environ, "PYTHONTZPATH": str(tmp_path)},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.split() == ["21", "14", "14"]


def test_only_the_package_is_searched_and_its_version_is_known():
    assert zoneinfo.TZPATH == ()
    assert TZDATA_VERSION.startswith("20")


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "Europe",
        "Europe/",
        "europe/berlin",
        "Europe/Atlantis",
        "../etc/passwd",
        "Europe/../../etc/passwd",
        "/etc/localtime",
        "localtime",
        "Factory",
        "posixrules",
        "Europe/Berlin\0",
        "Z" * 5000,
        "é",
    ],
)
def test_nonsense_is_an_unknown_zone(name):
    with pytest.raises(UnknownZone, match="not a time zone"):
        zone(name)


@given(st.text(max_size=40))
def test_any_text_is_a_zone_or_an_unknown_zone(name):
    with suppress(UnknownZone):
        assert zone(name).key == name


def test_a_long_name_is_not_repeated_in_full():
    assert len(str(UnknownZone("Z" * 5000))) < 200


def test_every_listed_zone_can_be_loaded():
    assert all(zone(name).key == name for name in zoneinfo.available_timezones() - {"Factory"})


def test_local_time_is_what_the_clocks_there_show():
    assert local(NOON, "Asia/Kathmandu").strftime("%H:%M") == "17:45"


def test_a_moment_without_a_zone_is_refused():
    naive = datetime(2026, 7, 1, 12)  # noqa: DTZ001
    for call in (lambda: aware(naive), lambda: local(naive, "Europe/Berlin")):
        with pytest.raises(ValueError, match="aware"):
            call()


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (52.52, 13.40, "Europe/Berlin"),
        (-33.87, 151.21, "Australia/Sydney"),
        (40.71, -74.01, "America/New_York"),
        (27.70, 85.32, "Asia/Kathmandu"),
        (40.0, -30.0, "Etc/GMT+2"),
        (0.0, 180.0, "Etc/GMT-12"),
        (90.0, 0.0, "Etc/GMT"),
        (-90.0, 0.0, "Antarctica/McMurdo"),
    ],
)
def test_a_shared_location_gives_its_zone(latitude, longitude, name):
    assert zone_at(latitude, longitude) == name


@pytest.mark.parametrize(("latitude", "longitude"), [(95, 10), (10, 200), (float("nan"), 0)])
def test_a_point_off_the_globe_is_refused(latitude, longitude):
    with pytest.raises(ValueError, match="not a point on the globe"):
        zone_at(latitude, longitude)


def test_every_zone_on_the_map_is_in_the_database():
    assert [name for name in tzfpy.timezonenames() if zone(name).key != name] == []
