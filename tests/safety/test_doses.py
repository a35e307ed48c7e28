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
