"""A bill of materials of what is installed here, as CycloneDX has it."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from bot.cli.terminal import say
from bot.config.clock import real_now

OURSELVES = "limber"


def bill() -> int:
    """On the screen, or into a file through the shell."""
    say(json.dumps(materials(distributions(), real_now()), indent=2))
    return 0


def materials(found: Iterable[Distribution], now: datetime) -> dict[str, Any]:
    """Every package once, in the order of names; the same packages have the same serial number."""
    named = {each.metadata["Name"]: each for each in found}
    parts = [_component(each) for name, each in sorted(named.items()) if name != OURSELVES]
    contents = json.dumps(parts, sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_OID, contents)}",
        "version": 1,
        "metadata": {
            "timestamp": now.astimezone(UTC).isoformat(timespec="seconds"),
            "component": {"type": "application", "name": OURSELVES, "bom-ref": OURSELVES},
        },
        "components": parts,
    }


def _component(package: Distribution) -> dict[str, Any]:
    name, version = package.metadata["Name"], package.version
    address = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    licences = {"licenses": _licences(package)} if _licences(package) else {}
    part = {"type": "library", "bom-ref": address, "name": name, "version": version}
    return {**part, "purl": address, **licences}


def _licences(package: Distribution) -> list[dict[str, Any]]:
    """By its expression where the package has one, else in its own words."""
    told = package.metadata.json
    if expression := told.get("license_expression"):
        return [{"expression": expression}]
    words = str(told.get("license") or "").partition("\n")[0]
    return [{"license": {"name": words}}] if words else []
