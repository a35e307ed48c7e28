"""What the commands for authors do: check, show, count and browse. Each returns an exit code."""

import difflib
import sys
from contextlib import nullcontext
from pathlib import Path

from bot.cli.faults import BadStart
from bot.cli.terminal import as_text, say, walk_through
from bot.config.clock import real_now
from content.authoring.document import Problem, library_folder
from content.catalog.characters import characters
from content.catalog.files.loader import CARDS
from content.catalog.library import Library, load
from content.checks.everything import check
from content.checks.pictures import looking
from content.checks.reports.facts_table import table
from content.checks.reports.gallery import gallery
from content.checks.reports.handout import handout
from content.pictures.output.sheets import drawings
from content.pictures.output.studio import PictureKind, can_draw, can_film, make
from content.pictures.posture.poses import NoPicture
from content.wording.messages import Wording, read_wording
from scheduler.calendar.days import week_of
from scheduler.simulation import simulate
from scheduler.simulation import table as weeks_table

NO_PICTURES = "the pictures were not looked at; install limber[pictures] for that"


def check_all(path: Path | None) -> int:
    root, only = _part(path.resolve()) if path else (None, "")
    with looking(root, only) if can_draw() else nullcontext(list[Problem]) as looks:
        problems = [*check(root, only), *looks()]
    for problem in problems:
        say(str(problem))
    if not can_draw():
        say(NO_PICTURES)
    say(_counted(len(problems)) if problems else "content is fine")
    return 1 if problems else 0


def _part(path: Path) -> tuple[Path, str]:
    """The content that a path belongs to, and where in it: one file may be checked."""
    for folder in (path, *path.parents):
        if (folder / CARDS).is_dir():
            return folder, "" if folder == path else path.relative_to(folder).as_posix()
    return path, ""


def _counted(count: int) -> str:
    return "1 problem" if count == 1 else f"{count} problems"


def show(card_id: str, picture: Path | None = None) -> int:
    """The card as the chat shows it, step after step, and its picture as a file."""
    cards = load().cards
    if card_id not in cards:
        near = difflib.get_close_matches(card_id, cards, n=3, cutoff=0.4)
        raise BadStart(f"there is no card {card_id!r}; the nearest: {', '.join(near) or 'none'}")
    for reply in walk_through(_wording(), cards[card_id]):
        say(as_text(reply, colour=sys.stdout.isatty()))
    if picture:
        _paint(card_id, picture)
    return 0


def _paint(card_id: str, file: Path) -> None:
    """A still, or a loop if the file is called so."""
    kind = PictureKind.LOOP if file.suffix == f".{PictureKind.LOOP}" else PictureKind.STILL
    if not (can_film() if kind is PictureKind.LOOP else can_draw()):
        raise BadStart("pictures need limber[pictures], and films limber[film] as well")
    try:
        file.write_bytes(make(card_id, None, kind))
    except NoPicture as error:
        raise BadStart(str(error)) from None
    say(f"wrote {file}")


def write_gallery(out: Path) -> int:
    library = load()
    if not can_draw():
        say(NO_PICTURES)
    page = out / "index.html"
    out.mkdir(parents=True, exist_ok=True)
    page.write_text(gallery(library, _wording(), _drawn(library)), encoding="utf-8")
    say(f"wrote {page}")
    return 0


def write_handout(name: str, out: Path) -> int:
    """A programme as A4 pages: one HTML file, which a browser prints or saves as PDF."""
    library = load()
    if name not in library.programmes:
        raise BadStart(f"there is no programme {name!r}; there are {', '.join(library.programmes)}")
    if not can_draw():
        say(NO_PICTURES)
    today, programme = real_now().date(), library.programmes[name]
    page = handout(programme, library, _wording(), _drawn(library), today)
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadStart(f"can't write {out}: {error.strerror}") from None
    say(f"wrote {out}; open it in a browser, and print it or save it as PDF")
    return 0


def _drawn(library: Library) -> dict[str, str]:
    return drawings([*library.cards]) if can_draw() else {}


def _wording() -> Wording:
    return read_wording(library_folder())


def print_table() -> int:
    say(table(load()))
    return 0


def print_weeks(name: str) -> int:
    """Twelve weeks of a made-up runner through the real rules, as a table for coaches."""
    known = characters()
    if name not in known and name != "all":
        raise BadStart(f"there is no character {name!r}; there are {', '.join(known)} and all")
    library, monday = load(), week_of(real_now().date())
    for each in known if name == "all" else [name]:
        weeks = simulate(known[each], library, monday)
        say(f"## {known[each].name}\n\n{weeks_table(weeks, _wording().words['because'])}\n")
    return 0
