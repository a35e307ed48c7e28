"""The command line. Exit 0: fine; 1: it failed; 2: bad usage or configuration."""

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.cli.pipe import reader_may_leave


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="limber", description="A Telegram coach for runners with stiff hips."
    )
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    verbs.add_parser(
        "run", help="run the bot; without LIMBER_BOT_TOKEN, the playground"
    ).set_defaults(do=lambda _args: late("bot.cli.commands").run())
    playground = verbs.add_parser("playground", help="chat with the bot in the browser, no token")
    playground.add_argument(
        "--port", type=int, default=8081, help="port on 127.0.0.1 (%(default)s)"
    )
    playground.set_defaults(do=lambda args: late("bot.cli.commands").playground(args.port))
    verbs.add_parser("doctor", help="check settings, database, content and Telegram").set_defaults(
        do=lambda _args: late("bot.cli.doctor").doctor()
    )
    verbs.add_parser("forecast", help="how busy the next 24 hours get").set_defaults(
        do=lambda _args: late("bot.cli.operator_commands").forecast()
    )
    verbs.add_parser("bom", help="what is installed here, as a bill of materials").set_defaults(
        do=lambda _args: late("bot.cli.materials_command").bill()
    )
    _announce(verbs.add_parser("announce", help="tell news to those who agreed to it"))
    _outbox(verbs.add_parser("outbox", help="messages that Telegram refuses"))
    _content(verbs.add_parser("content", help="check, show and browse the cards"))
    _database(verbs.add_parser("db", help="the database"))
    return top


def _content(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="content_verb", required=True, metavar="COMMAND")
    check = verbs.add_parser("check", help="find mistakes in the content files")
    check.add_argument(
        "path",
        nargs="?",
        type=Path,
        help="a content folder or a file in it",
    )
    check.set_defaults(do=lambda args: late("bot.cli.content_commands").check_all(args.path))
    hear = verbs.add_parser("hear", help="print how a sentence is heard: marks, readings, weights")
    hear.add_argument("text", metavar="TEXT", help="what a runner might write, in quotes")
    hear.set_defaults(do=lambda args: late("bot.cli.hear_command").hear(args.text))
    show = verbs.add_parser("show", help="print a card as the chat shows it")
    show.add_argument("card", help="the card's id, which is its file name")
    show.add_argument("--picture", type=Path, metavar="FILE", help="write it, as .png or .mp4")
    show.set_defaults(
        do=lambda args: late("bot.cli.content_commands").show(args.card, args.picture)
    )
    table = verbs.add_parser("table", help="count the cards, and tell where each fact went")
    table.set_defaults(do=lambda _args: late("bot.cli.content_commands").print_table())
    simulate = verbs.add_parser("simulate", help="twelve weeks of a made-up runner, as a table")
    simulate.add_argument("character", help="desk-worker, beginner, …; all of them with `all`")
    simulate.set_defaults(
        do=lambda args: late("bot.cli.content_commands").print_weeks(args.character)
    )
    unanswered = verbs.add_parser("unanswered", help="messages that nobody understood, counted")
    unanswered.set_defaults(do=lambda _args: late("bot.cli.operator_commands").unanswered())
    report = verbs.add_parser("safety-report", help="what the red-flag screen sees and misses")
    report.add_argument(
        "tables",
        nargs="?",
        type=Path,
        default=Path("tests/safety"),
        help="a folder of flags.yaml and mild.yaml tables (default: %(default)s)",
    )
    report.set_defaults(do=lambda args: late("bot.cli.safety_command").safety_report(args.tables))
    train = verbs.add_parser("train", help="let the second opinion learn from examples anew")
    train.add_argument("more", nargs="*", type=Path, metavar="FILE", help="asks as in the tests")
    train.add_argument("--judge", action="store_true", help="say how well it learns, too")
    train.set_defaults(
        do=lambda args: late("bot.cli.train_command").train(args.more, judge=args.judge)
    )
    _review(verbs.add_parser("review", help="list what waits for a clinician, or sign it off"))
    gallery = verbs.add_parser("gallery", help="write one HTML page with all cards and pictures")
    gallery.add_argument("out", type=Path, metavar="OUT_DIR", help="folder to write to")
    gallery.set_defaults(do=lambda args: late("bot.cli.content_commands").write_gallery(args.out))
    handout = verbs.add_parser("handout", help="write a programme as A4 pages to print")
    handout.add_argument("programme", help="a file name in programmes/, without .yaml")
    handout.add_argument("out", type=Path, metavar="OUT.html", help="file to write")
    handout.set_defaults(
        do=lambda args: late("bot.cli.content_commands").write_handout(args.programme, args.out)
    )


def _review(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", nargs="?", help="a card's id, or a flag or text as it is listed")
    parser.add_argument("--by", metavar="NAME", help='who reviewed it, as "Name, title"')
    parser.add_argument("--due", metavar="DAY", help="until when, as 2027-05-31 (default: a year)")
    parser.set_defaults(
        do=lambda args: late("bot.cli.review_command").review(args.item, args.by, args.due)
    )


def _announce(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE", help="text in Telegram's HTML")
    what.add_argument("--stop", action="store_true", help="what has not left is not sent any more")
    parser.add_argument("--dry-run", action="store_true", help="say to how many, and queue nothing")
    parser.set_defaults(
        do=lambda args: (
            late("bot.cli.announce_command").stop()
            if args.stop
            else late("bot.cli.announce_command").announce(args.file, dry=args.dry_run)
        )
    )


def _outbox(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="outbox_verb", required=True, metavar="COMMAND")
    verbs.add_parser("list", help="letters given up: id, kind, age, state and error").set_defaults(
        do=lambda _args: late("bot.cli.operator_commands").outbox_list()
    )
    replay = verbs.add_parser("replay", help="send letters that were given up once more")
    replay.add_argument("ids", nargs="*", type=int, metavar="ID")
    which = replay.add_mutually_exclusive_group()
    which.add_argument(
        "--all", dest="state", action="store_const", const="dead", help="all that Telegram refused"
    )
    which.add_argument(
        "--unsure",
        dest="state",
        action="store_const",
        const="unsure",
        help="all that may have arrived: some come twice",
    )
    replay.set_defaults(
        do=lambda args: late("bot.cli.operator_commands").outbox_replay(args.ids, state=args.state)
    )


def _database(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="db_verb", required=True, metavar="COMMAND")
    verbs.add_parser("upgrade", help="bring the tables to this version").set_defaults(
        do=lambda _args: late("bot.cli.commands").db_upgrade()
    )
    backup = verbs.add_parser("backup", help="copy a SQLite database while Limber runs")
    backup.add_argument("path", type=Path, metavar="FILE", help="a new file, or a folder")
    backup.add_argument(
        "--keep", type=int, metavar="DAYS", help="remove copies in that folder that are older"
    )
    backup.set_defaults(
        do=lambda args: late("bot.cli.database_commands").db_backup(args.path, args.keep)
    )
    restore = verbs.add_parser("restore", help="put a backup in its place, with Limber stopped")
    restore.add_argument("path", type=Path, metavar="FILE", help="what `db backup` wrote")
    restore.add_argument("--replace", action="store_true", help="though a database is there")
    restore.set_defaults(
        do=lambda args: late("bot.cli.database_commands").db_restore(
            args.path, replace=args.replace
        )
    )
    move = verbs.add_parser("move", help="move from SQLite to PostgreSQL, with Limber stopped")
    move.add_argument("url", metavar="URL", help="an empty database, as postgresql://…")
    move.set_defaults(do=lambda args: late("bot.cli.database_commands").db_move(args.url))


def main(argv: Sequence[str] | None = None) -> int:
    try:
        return _answer(argv)
    finally:
        with reader_may_leave():
            sys.stdout.flush()  # argparse leaves its help in the buffer


def _answer(argv: Sequence[str] | None) -> int:
    args = parser().parse_args(argv)
    try:
        code: int = args.do(args)
    except late("bot.cli.faults").REFUSALS as error:
        print(f"limber: {error}", file=sys.stderr)
        return 2
    except late("bot.cli.faults").Failed as error:
        print(f"limber: {error}", file=sys.stderr)
        return 1
    except late("content.authoring.document").ContentError as error:
        print(f"content has mistakes; `limber content check` tells more\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return code


def late(module: str) -> Any:
    """A module of the product, imported only now: help and a mistyped word are answered at once."""
    with uncollected():
        return import_module(module)


@contextmanager
def uncollected() -> Iterator[None]:
    """For what makes half a million things and no garbage: to look for it would take a fifth.

    What was made stays, so no later collection looks through it either, not even the last one.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
