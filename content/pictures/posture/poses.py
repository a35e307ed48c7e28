"""The poses next to the cards: `poses/<card-id>.yaml`. A card without one has no picture."""

from content.authoring.document import Document, File, Problem, library_folder
from content.authoring.validation import parse
from content.authoring.yaml_reader import read_document
from content.catalog.card import Card
from content.catalog.taxonomy import Area, Side, Sides
from content.pictures.posture.pose import Pose

POSES = "poses"


class NoPicture(LookupError):
    """That card has no pose, or one that can't be read."""


def pose_page(
    card_id: str, root: File | None = None
) -> tuple[Document, Pose | None, list[Problem]]:
    """The pose of that card and the page that it stands on; None and no problem if it has none."""
    name = f"{POSES}/{card_id}.yaml"
    file = (root or library_folder()).joinpath(POSES, f"{card_id}.yaml")
    if not file.is_file():
        return Document(name, None, {}), None, []
    document, problems = read_document(file, name)
    if document.data is None:
        return document, None, problems or [document.problem((), "is empty", "begin with “start:”")]
    pose, faults = parse(Pose, document, document.data)
    return document, pose, problems + faults


def pose_ids(root: File | None = None) -> list[str]:
    """The ids of all cards that have a pose."""
    folder = (root or library_folder()).joinpath(POSES)
    names = (file.name for file in folder.iterdir()) if folder.is_dir() else ()
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def read_card(card_id: str, root: File | None = None) -> Card | None:
    name = f"cards/{card_id}.yaml"
    document, _ = read_document(
        (root or library_folder()).joinpath("cards", f"{card_id}.yaml"), name
    )
    data = document.data if isinstance(document.data, dict) else {}
    return parse(Card, document, {**data, "id": card_id})[0]


def posed(card_id: str, root: File | None = None) -> tuple[Card, Pose]:
    """A card and its pose. Raises NoPicture if either is missing or broken."""
    card, (_, pose, problems) = read_card(card_id, root), pose_page(card_id, root)
    if card is None or pose is None or problems:
        faults = "; ".join(map(str, problems)) or f"add {POSES}/{card_id}.yaml"
        raise NoPicture(f"{card_id} has no picture: {faults}")
    return card, pose


def mirrored(pose: Pose, side: Side | None) -> bool:
    """Whether the picture of that side is the mirror image of what the author posed."""
    return side is not None and side != pose.working_side


def glows(card: Card, pose: Pose) -> tuple[tuple[Area, str], ...]:
    """What glows, and on which side of the body as it was posed: the author's choice, or the
    areas of the card, on the working side or on both."""
    wanted = pose.glow or tuple(card.areas)
    return tuple(pair for glow in wanted for pair in _sided(card, pose, glow))


def _sided(card: Card, pose: Pose, glow: str) -> list[tuple[Area, str]]:
    side, _, area = glow.rpartition(" ")
    both = [*Side] if card.sides == Sides.BOTH else [pose.working_side]
    return [(Area(area), each) for each in ([Side(side)] if side else both)]
