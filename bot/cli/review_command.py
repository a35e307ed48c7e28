"""`limber content review`: what waits for a clinician, and a sign-off as a change to commit."""

import difflib
from collections import Counter
from datetime import date, timedelta

from bot.cli.faults import BadStart
from bot.cli.terminal import say
from bot.config.clock import real_now
from content.authoring.document import File, library_folder
from content.authoring.edit import with_entry, with_fields
from content.catalog.files.sign_off import FIELDS, Standing
from content.checks.safety.reviews import REVIEWS, Reviewable, reviewables

HOLDS = timedelta(days=365)


def review(name: str | None, by: str | None, due: str | None) -> int:
    """List what waits, or sign one item off."""
    root, today = library_folder(), real_now().date()
    found = reviewables(root)
    if name is None:
        if by or due:
            raise BadStart("content review: name what was reviewed, as `clamshell --by …`")
        return _list(found, today)
    if by is None or len(by.strip()) < 3:  # noqa: PLR2004
        raise BadStart('content review: say who reviewed it, as --by "Name, title"')
    return _sign(root, _named(found, name), by.strip(), today, _due(due, today))


def _list(found: list[Reviewable], today: date) -> int:
    """What waits, a line each, and how much of each kind."""
    told = Counter(each.standing(today) for each in found)
    for each in found:
        standing = each.standing(today)
        if standing is not Standing.REVIEWED:
            signed = each.sign_off
            by = f" (by {signed.reviewed_by} on {signed.reviewed_on})" if signed.version else ""
            say(f"{each.name:45} {standing}{by}")
    say(f"{told[Standing.REVIEWED]} of {len(found)} reviewed")
    return 0


def _named(found: list[Reviewable], name: str) -> Reviewable:
    known = {each.name: each for each in found}
    if name not in known:
        near = ", ".join(difflib.get_close_matches(name, known, n=3, cutoff=0.4)) or "none"
        raise BadStart(f"there is nothing called {name!r} to review; the nearest: {near}")
    return known[name]


def _due(written: str | None, today: date) -> date:
    try:
        due = date.fromisoformat(written) if written else today + HOLDS
    except ValueError:
        raise BadStart(f"--due {written}: write it as 2027-05-31") from None
    if due <= today:
        raise BadStart(f"--due {written}: it should be a day to come")
    return due


def _sign(root: File, item: Reviewable, by: str, today: date, due: date) -> int:
    values = (by, today.isoformat(), item.version, due.isoformat())
    fields = dict(zip(FIELDS, values, strict=True))
    file = root.joinpath(*item.file.split("/"))
    text = file.read_text("utf-8")
    new = with_entry(text, item.name, fields) if item.file == REVIEWS else with_fields(text, fields)
    try:
        file.write_text(new, "utf-8")  # type: ignore[attr-defined] # an archive can't be written
    except (OSError, AttributeError) as error:
        raise BadStart(f"{item.file} can't be written ({type(error).__name__})") from None
    say(f"{item.name} is signed off until {due}; commit {item.file}")
    return 0
