"""Every card has a pose that can be read, and every pose has a card.

How a pose looks is for `content.pictures.checks`: that needs the libraries that draw.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from content.authoring.document import File, Problem
from content.authoring.yaml_reader import nearest
from content.catalog.files.loader import CARDS, LibraryFiles
from content.pictures.posture.poses import POSES, pose_ids, pose_page


def picture_problems(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """Cards without a pose, poses without a card, and poses that can't be read."""
    posed = pose_ids(root)
    for card_id in library_files.library.cards:
        if card_id not in posed:
            mend = f"add {POSES}/{card_id}.yaml, the guide tells how"
            yield library_files.document(card_id).problem((), "has no picture", mend)
    for card_id in posed:
        page, _, problems = pose_page(card_id, root)
        yield from problems
        if not library_files.has(card_id):
            unread = (root / CARDS / f"{card_id}.yml").is_file()
            rename = f"rename {CARDS}/{card_id}.yml to {card_id}.yaml"
            mend = rename if unread else nearest(card_id, library_files.ids())
            yield page.problem((), f"is for a card that is not there: {card_id}", mend)


@contextmanager
def looking(root: File | None = None, only: str = "") -> Iterator[Callable[[], list[Problem]]]:
    """Looks at the pictures for some seconds, in processes of its own.

    What it yields waits for all that is wrong with how they look; `only` as for `check`.
    """
    from content.pictures.alike import check_alike
    from content.pictures.checks import check_pose

    files = {each: (f"{POSES}/{each}.yaml", f"{CARDS}/{each}.yaml") for each in pose_ids(root)}
    ids = [each for each, names in files.items() if any(name.startswith(only) for name in names)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        found = pool.map(partial(check_pose, root=root), ids, chunksize=8)
        alike = pool.submit(check_alike, [*files] if ids else [], root)
        yield lambda: sorted(problem for each in (*found, alike.result()) for problem in each)
