"""One exercise as its author wrote it. The file name is its id; every field is checked."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from content.terms import Area, Kind, Kit, Moment, Position, Sides

Text = Annotated[str, Field(min_length=3, max_length=400)]
CardId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=36)]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class NeededKit(Model):
    required: tuple[Kit, ...] = ()
    optional: tuple[Kit, ...] = ()


class Dose(Model):
    """How much. A card counts either a hold in seconds or repetitions, for each side and set.

    `source` is the short id of the article that gives the figures, or `ours` for a default of
    our own where no source gives one.
    """

    hold_s: Annotated[int, Field(ge=3, le=120)] | None = None
    reps: Annotated[int, Field(ge=1, le=30)] | None = None
    sets: Annotated[int, Field(ge=1, le=4)] = 1
    lead_in_s: Annotated[int, Field(ge=5, le=10)] = 8
    source: str = "ours"


class Links(Model):
    """Other cards to offer instead of this one."""

    easier: CardId | None = None
    harder: CardId | None = None
    no_kneeling: CardId | None = None
    no_kit: CardId | None = None


class Card(Model):
    """An exercise. `id` comes from the file name, everything else from the file."""

    id: CardId
    name: Annotated[str, Field(min_length=3, max_length=48)]
    aliases: tuple[str, ...] = ()
    summary: Text
    kind: Kind
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    position: Position
    kit: NeededKit = NeededKit()
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    level: Literal[1, 2, 3]
    sides: Sides
    dose: Dose
    setup: tuple[Text, ...]
    steps: Annotated[tuple[Text, ...], Field(min_length=2)]
    cues: Annotated[tuple[Text, ...], Field(min_length=1)]
    feel: Text
    not_feel: Text
    links: Links = Links()
    stop: Text
    cautions: tuple[Text, ...] = ()
    why: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: Literal["sourced", "standard"]
    reviewed_by: str | None = None
