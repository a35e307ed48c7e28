"""One exercise as its author wrote it. The file name is its id; every field is checked."""

from typing import Annotated, Literal

from content.authoring.model import Model, Unfit, Within
from content.catalog.files.sign_off import FIELDS as SIGN_OFF
from content.catalog.files.sign_off import IsoDate, Reviewer, SignOff, Version
from content.catalog.taxonomy import Area, Condition, Kind, Kit, Moment, Position, Sides

WEIGHTY = 2  # cautions on the first screen
GROWS = (
    ("reps", "reps_to"),
    ("rep_hold_s", "rep_hold_to_s"),
    ("lower_s", "lower_to_s"),
    ("sets", "sets_to"),
)
Text = Annotated[str, Within(min_length=3, max_length=400)]
Alias = Annotated[str, Within(min_length=2, max_length=48)]
CardId = Annotated[str, Within(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=36)]


class NeededKit(Model):
    required: tuple[Kit, ...] = ()
    optional: tuple[Kit, ...] = ()


class Dose(Model):
    """How much, for each set: one of `hold_s`, `move_s` and `reps`.

    `hold_s` is staying still and `move_s` moving without a break, both in seconds. `rep_hold_s`
    is the pause at the top of each repetition, `lower_s` the time of a slow way down. A card whose
    sides are `each` gives the figure for one side; the others give it for both together.
    `lead_in_s` is the time to get ready.

    What ends in `_to` or `_to_s` is how far a dose may grow for whoever does it well.

    `source` is the short id of the article that gives the figures, or `ours` for a default of
    our own where no source gives one.
    """

    hold_s: Annotated[int, Within(ge=3, le=120)] | None = None
    move_s: Annotated[int, Within(ge=10, le=120)] | None = None
    reps: Annotated[int, Within(ge=1, le=30)] | None = None
    reps_to: Annotated[int, Within(ge=2, le=30)] | None = None
    rep_hold_s: Annotated[int, Within(ge=1, le=10)] | None = None
    rep_hold_to_s: Annotated[int, Within(ge=2, le=10)] | None = None
    lower_s: Annotated[int, Within(ge=3, le=6)] | None = None
    lower_to_s: Annotated[int, Within(ge=3, le=6)] | None = None
    sets: Annotated[int, Within(ge=1, le=4)] = 1
    sets_to: Annotated[int, Within(ge=2, le=4)] | None = None
    lead_in_s: Annotated[int, Within(ge=5, le=10)] = 8
    source: str = "ours"

    @property
    def seconds(self) -> int | None:
        """The length of one timed set on one side, or None for a card that counts reps."""
        return self.hold_s or self.move_s

    def __post_init__(self) -> None:
        counted = [self.hold_s, self.move_s, self.reps]
        if sum(count is not None for count in counted) != 1:
            mend = "give one of hold_s (stay still), move_s (keep moving) and reps"
            raise Unfit("does not count one thing", mend)
        for field in ("rep_hold_s", "reps_to", "rep_hold_to_s", "lower_s", "lower_to_s"):
            if getattr(self, field) and not self.reps:
                raise Unfit(f"has {field} without reps", f"remove {field}, or count reps")
        for field, end in GROWS:
            if (getattr(self, end) or 99) <= (getattr(self, field) or 0):
                raise Unfit(f"has {end} that is not above {field}", f"raise or remove {end}", end)


class Links(Model):
    """Other cards to offer instead of this one."""

    easier: CardId | None = None
    harder: CardId | None = None
    no_kneeling: CardId | None = None
    no_kit: CardId | None = None

    def named(self) -> list[tuple[str, str]]:
        """Each field that leads somewhere, and where."""
        return [(field, card) for field, card in vars(self).items() if card]


class Card(Model):
    """An exercise. `id` comes from the file name, everything else from the file.

    `side_is` says which side is the working one, for cards that finish one side first. `impact`
    is for cards on which both feet leave the ground, and `not_for` names the conditions with which
    the card is never served. `load` says how to make it heavier with what is at home, once nothing
    else is left to grow. `status`
    is `sourced` when an article explains the how-to, `standard` when it is common practice that
    no article spells out, so that a coach should look at it. `reviewed_by`, `reviewed_on`,
    `version` and `due` are its sign-off, written by `limber content review`.
    """

    id: CardId
    name: Annotated[str, Within(min_length=3, max_length=48)]
    aliases: tuple[Alias, ...] = ()
    summary: Text
    kind: Kind
    areas: Annotated[tuple[Area, ...], Within(min_length=1)]
    position: Position
    kit: NeededKit = NeededKit()
    moments: Annotated[tuple[Moment, ...], Within(min_length=1)]
    level: Literal[1, 2, 3]
    sides: Sides
    side_is: Text | None = None
    dose: Dose
    setup: tuple[Text, ...]
    steps: Annotated[tuple[Text, ...], Within(min_length=2)]
    cues: Annotated[tuple[Text, ...], Within(min_length=1)]
    feel: Text
    not_feel: Text
    links: Links = Links()
    load: Text | None = None
    stop: Text
    cautions: tuple[Text, ...] = ()
    impact: bool = False
    not_for: tuple[Condition, ...] = ()
    why: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: Literal["sourced", "standard"]
    reviewed_by: Reviewer | None = None
    reviewed_on: IsoDate | None = None
    version: Version | None = None
    due: IsoDate | None = None

    def __post_init__(self) -> None:
        assert self.sign_off  # noqa: S101 - raises Unfit for one that is not whole

    @property
    def sign_off(self) -> SignOff:
        return SignOff(**{name: getattr(self, name) for name in SIGN_OFF})

    @property
    def weighty(self) -> tuple[str, ...]:
        """The cautions that the first screen has room for."""
        return self.cautions[:WEIGHTY]

    @property
    def further(self) -> tuple[str, ...]:
        """The cautions that come with the reasons."""
        return self.cautions[WEIGHTY:]

    def __hash__(self) -> int:
        return hash(self.id)
