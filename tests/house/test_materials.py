"""What Limber is made of is pinned, listed and fit; and what SECURITY.md promises has its test."""

import json
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import distributions
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.cli.materials_command import materials
from tests.house import licences
from tests.house.licences import LOCKS, OPTIONAL, Package, faults, listed, pinned, written

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
PROMISES = (ROOT / "SECURITY.md").read_text()
HELD_BY = re.findall(r"\[(test_\w+)\]\(([\w/.]+)\)", PROMISES)


@pytest.mark.parametrize(("test", "path"), HELD_BY)
def test_every_promise_has_its_test(test: str, path: str):
    assert f"def {test}(" in (ROOT / path).read_text()


def test_no_promise_is_without_one():
    table = PROMISES.partition("## Promises")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("|")][2:]
    assert len(rows) > 10
    assert [row for row in rows if "](tests/" not in row] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_its_hash(lock: str):
    packages = re.split(r"\n(?=\S)", (ROOT / lock).read_text())
    named = [each for each in packages if not each.startswith("#")]
    assert [each for each in named if "--hash=sha256:" not in each or "==" not in each] == []


def test_every_licence_is_listed_and_fit():
    known = listed(licences.LIST.read_text())
    assert [*faults(pinned(), known)] == []
    assert written(pinned(), known) == licences.LIST.read_text()


@pytest.mark.parametrize(
    ("package", "fault"),
    [
        (Package("aiohttp", "GPL-3.0-or-later", "always"), "with an extra only"),
        (Package("aiohttp", "Apache-2.0 AND Shareware", "always"), "add it to ALLOWED"),
        (Package("aiohttp", "MIT", "always"), "the list says MIT"),
        (Package("aiohttp", "Apache-2.0 AND MIT", OPTIONAL), "comes with always now"),
        (Package("gone", "MIT", "always"), "not pinned any more"),
    ],
)
def test_a_fault_of_the_list_is_told(package: Package, fault: str):
    known = {**listed(licences.LIST.read_text()), package.name: package}
    assert any(fault in each for each in faults(pinned(), known))


def test_the_bill_names_every_package(capsys: pytest.CaptureFixture[str]):
    assert main(["bom"]) == 0
    bill = json.loads(capsys.readouterr().out)
    named = {each["name"] for each in bill["components"]}
    assert named == {each.metadata["Name"] for each in distributions()} - {"limber"}
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    references = [each["bom-ref"] for each in bill["components"]]
    assert len({*references}) == len(references)


def test_the_same_packages_have_the_same_number():
    one, other = materials(distributions(), NOW), materials(distributions(), NOW)
    fewer = materials([*distributions()][1:], NOW)
    assert one == other
    assert one["serialNumber"] != fewer["serialNumber"]


@pytest.mark.parametrize(
    ("audit", "code", "said"),
    [("offline", 0, "nobody was asked for known faults"), ("perhaps", 2, "strict or offline")],
)
def test_an_audit_without_a_network_is_asked_for_and_says_so(audit: str, code: int, said: str):
    done = subprocess.run(
        ["make", "audit", f"AUDIT={audit}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True)
