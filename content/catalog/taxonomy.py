"""The words that cards, lexicon and decisions share. Values are the ids used in YAML."""

from enum import StrEnum


class Area(StrEnum):
    HIP_FLEXORS = "hip-flexors"
    QUADS = "quads"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    OUTER_HIP = "outer-hip"  # IT band and the outside of the hip
    INNER_THIGH = "inner-thigh"
    HIP_JOINT = "hip-joint"
    LOWER_BACK = "lower-back"
    ANKLES = "ankles"


class Kind(StrEnum):
    """In the order in which a session away from a run does them."""

    RELEASE = "release"
    STRETCH = "stretch"
    MOBILIZE = "mobilize"
    STRENGTHEN = "strengthen"
    DYNAMIC = "dynamic"
    DRILL = "drill"
    TEST = "test"  # measured, never trained: in no session and no answer


class Moment(StrEnum):
    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    DESK = "desk"
    BED = "bed"
    REST_DAY = "rest-day"


class Kit(StrEnum):
    """What a runner may or may not own. A wall, a chair and a step count as always there.

    A full bottle or a packed backpack is a weight, so no card requires one.
    """

    ROLLER = "roller"
    BALL = "ball"
    BAND = "band"  # a loop around knees or feet
    LONG_BAND = "long-band"  # that reaches an anchor
    WEIGHT = "weight"
    STABILITY_BALL = "stability-ball"
    COUCH = "couch"
    MASSAGE_GUN = "massage-gun"


class Position(StrEnum):
    STANDING = "standing"
    WALKING = "walking"
    RUNNING = "running"
    SEATED = "seated"
    HALF_KNEELING = "half-kneeling"
    ALL_FOURS = "all-fours"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Sides(StrEnum):
    """How a card deals with left and right."""

    EACH = "each"  # finish one side, switch, do the other for the same time
    ALTERNATE = "alternate"  # swap on every repetition
    BOTH = "both"  # both sides work at once


class Condition(StrEnum):
    """What lasts in a body and rules cards out: told once, kept, editable."""

    PREGNANT = "pregnant"
    AFTER_BIRTH = "after-birth"  # the first 12 weeks
    HIP_REPLACEMENT = "hip-replacement"
    OPERATION = "operation"  # in the last 12 weeks
    UNDER_18 = "under-18"
    LOOSE_JOINTS = "loose-joints"
    DYSPLASIA = "dysplasia"
    LABRUM = "labrum"  # a labral tear, or impingement (FAI)
    THIN_BONES = "thin-bones"  # or steroids for long
    BLOOD_THINNERS = "blood-thinners"
    STRESS_FRACTURE = "stress-fracture"  # once, or missed periods
    HEART = "heart"
    SORE_HAMSTRING = "sore-hamstring"
    SORE_SIT_BONE = "sore-sit-bone"
    SORE_GROIN = "sore-groin"
    SORE_HIP_FLEXOR = "sore-hip-flexor"
    SORE_OUTER_HIP = "sore-outer-hip"  # the tendon at the bony point
    SORE_KNEECAP = "sore-kneecap"
    SORE_ACHILLES = "sore-achilles"  # or a strained calf
    DISC = "disc"  # slipped, or a fused spine
    OVER_65 = "over-65"  # the last one, as buttons count from the first


# Irritable tissue lies between tight and a red flag: no stretch and no roller there, an isometric
# or a rest, and a physio is advised.
IRRITABLE = frozenset(each for each in Condition if each.startswith("sore-"))
LASTING = tuple(each for each in Condition if each not in IRRITABLE)
RESTS_ALL = frozenset({Condition.OPERATION})  # until the surgeon has said what is allowed
