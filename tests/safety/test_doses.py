"""An everyday dose of a painkiller is no overdose; many, all, a bottle or a handful of them is."""

import pytest

from content.screening.screen import screen
from content.screening.urgency import Urgency

PAINKILLERS = ["paracetamol", "ibuprofen", "aspirin", "tylenol", "painkillers"]
DOSES = [
    "I took {} an hour ago",
    "took two {} for a headache",
    "I've taken {} with breakfast",
    "took 2 {} and slept well",
    "had a couple of {} last night",
]
OVERDOSES = [
    "I took thirty {}",
    "I've taken 24 {}",
    "I took all my {}",
    "took a handful of {}",
    "I swallowed a bottle of {}",
    "took loads of {}",
    "I have taken too many {}",
    "took 16 of my {}",
]


@pytest.mark.parametrize("drug", PAINKILLERS)
@pytest.mark.parametrize("frame", DOSES)
def test_a_dose_is_no_emergency(frame: str, drug: str):
    flag = screen(frame.format(drug))
    assert flag is None or flag.urgency is not Urgency.NOW


@pytest.mark.parametrize("drug", PAINKILLERS)
@pytest.mark.parametrize("frame", OVERDOSES)
def test_more_than_that_is_one(frame: str, drug: str):
    flag = screen(frame.format(drug))
    assert flag is not None
    assert flag.urgency is Urgency.NOW


NAMELESS = [
    "I took twenty of them",
    "swallowed the whole strip an hour ago",
    "took 40 of these, feel odd",
    "necked all of them",
    "I've taken fifteen at once",
    "downed a full packet",
]
HARMLESS = [
    "took two of them with lunch",
    "did twenty of them, glutes are on fire",
    "ate a whole packet of biscuits after the race",
    "took a full box of gels to the start",
    "took 3 days off",
    "took twelve of those steps in one leap",
    "swallowed a fly on the run",
]


@pytest.mark.parametrize("text", NAMELESS)
def test_an_overdose_needs_no_name(text: str):
    flag = screen(text)
    assert flag is not None
    assert (flag.id, flag.urgency) == ("self-harm", Urgency.NOW)


@pytest.mark.parametrize("text", HARMLESS)
def test_nobody_is_poisoned_by_that(text: str):
    assert screen(text) is None
