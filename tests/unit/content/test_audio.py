"""A session to be listened to: the same work as in the chat, exact, and nothing on top of it."""

import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.audio.pace import Pace
from content.audio.script import LeadIn, Script, SpokenMove, Talk, Work, script
from content.audio.spoken_files import LINES, PRONUNCIATION, read_spoken, spoken_problems
from content.audio.timeline import APART, STEP, TICK_EVERY, Sound, Timeline, timeline
from content.authoring.document import ContentError, library_folder
from content.catalog.card import Dose
from content.catalog.files.loader import read
from content.catalog.guide import LONG_S, WORK, guide_steps
from content.catalog.taxonomy import Side, Sides
from content.checks.spoken import unsaid_words
from tests.unit.content.test_walk import CARDS, cards

SPOKEN = read_spoken(library_folder())
COUCH = replace(CARDS["couch-stretch"], dose=Dose(hold_s=30, sets=2))
CLAM = replace(CARDS["clamshell"], dose=Dose(reps=12))

moves = st.lists(
    st.builds(SpokenMove, cards, st.sampled_from(Side), st.booleans(), st.booleans()),
    min_size=1,
    max_size=4,
)
lengths = st.integers(8, 450).map(STEP.__mul__)


def by_letters(text: str) -> int:
    """As long as a voice takes, about."""
    return 240 + 3 * STEP * len(text)


def planned(*spoken_moves: SpokenMove, pace: Pace = Pace.NORMAL) -> Timeline:
    return timeline(script(spoken_moves, SPOKEN, pace), by_letters)


def said(plan: Timeline) -> list[str]:
    return [cue.text for cue in plan.cues if cue.sound is Sound.SPEECH]


def of(plan: Timeline, sound: Sound) -> list[int]:
    return [cue.at for cue in plan.cues if cue.sound is sound]


def worked(spoken_moves: list[SpokenMove]) -> list[int]:
    """The seconds of each stretch of work as the chat walks through them."""
    walks = (guide_steps(each.card, each.first, each.more) for each in spoken_moves)
    return [step.seconds or 0 for walk in walks for step in walk if step.kind in WORK]


@given(moves, st.sampled_from(Pace), st.data())
def test_the_work_is_that_of_the_chat_to_the_millisecond(spoken_moves, pace, data):
    told = script(spoken_moves, SPOKEN, pace)
    takes = {line: data.draw(lengths) for line in told.lines}
    plan = timeline(told, takes.__getitem__)
    assert [end - begin for begin, end in plan.work] == [
        seconds * 1000 for seconds in worked(spoken_moves)
    ]
    assert of(plan, Sound.GO) == [begin for begin, _ in plan.work]
    assert of(plan, Sound.END) == [end for _, end in plan.work]


@given(moves, st.sampled_from(Pace), st.data())
def test_nothing_overlaps_and_all_is_inside(spoken_moves, pace, data):
    told = script(spoken_moves, SPOKEN, pace)
    takes = {line: data.draw(lengths) for line in told.lines}
    plan = timeline(told, takes.__getitem__)
    assert all(one.end + APART <= other.at for one, other in pairwise(plan.cues))
    assert all(cue.at % STEP == cue.length % STEP == 0 for cue in plan.cues)
    assert plan.cues[0].at > 0
    assert plan.cues[-1].end < plan.length


@given(moves, st.sampled_from(Pace))
def test_three_ticks_count_in_and_three_count_out_of_what_is_long_enough(spoken_moves, pace):
    plan = planned(*spoken_moves, pace=pace)
    ticks = of(plan, Sound.TICK)
    for begin, end in plan.work:
        assert [at for at in ticks if begin - 3 * TICK_EVERY <= at < begin] == [
            begin - number * TICK_EVERY for number in (3, 2, 1)
        ]
        inside = [at for at in ticks if begin <= at < end]
        assert inside in ([], [end - number * TICK_EVERY for number in (3, 2, 1)])


@given(st.builds(SpokenMove, cards, st.sampled_from(Side)))
def test_the_first_time_every_instruction_is_said_once_and_in_order(move):
    plan = planned(move)
    told = [SPOKEN.aloud(each) for each in (*move.card.setup, *move.card.steps)]
    before = [cue.text for cue in plan.cues if cue.at < plan.work[0][0] and cue.text]
    assert [text for text in before if text in told] == told


@given(st.builds(SpokenMove, cards, st.sampled_from(Side), known=st.just(True)))
def test_what_is_known_is_told_by_name_side_and_cue(move):
    parts = script([move], SPOKEN).parts
    assert [part.text for part in parts if isinstance(part, Talk)] == [
        SPOKEN.line("careful"),
        SPOKEN.line("only", name=move.card.name),
        SPOKEN.line("rest"),
        SPOKEN.line("end"),
    ]


@given(moves)
def test_a_side_that_works_alone_is_named_before_it_works(spoken_moves):
    parts = script(spoken_moves, SPOKEN).parts
    sides = [
        side
        for part in parts
        if isinstance(part, LeadIn)
        for side in Side
        if SPOKEN.side(side) in part.lines
    ]
    walks = (guide_steps(each.card, each.first, each.more) for each in spoken_moves)
    assert sides == [s.side for walk in walks for s in walk if s.kind in WORK and s.side]


@given(moves)
def test_slower_is_longer_and_its_work_is_not(spoken_moves):
    usual, slow = (planned(*spoken_moves, pace=pace) for pace in Pace)
    assert slow.length > usual.length
    assert [end - begin for begin, end in slow.work] == [end - begin for begin, end in usual.work]


@given(moves)
def test_repetitions_are_counted_to_the_last(spoken_moves):
    for part in script(spoken_moves, SPOKEN).parts:
        if isinstance(part, Work) and part.counts:
            assert part.length == part.rep * len(part.counts)
            assert part.counts[-1] == SPOKEN.line("last_rep")


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.id)
def test_every_card_tells_half_way_where_it_is_long_and_counts_where_it_repeats(card):
    plan = planned(SpokenMove(card))
    long = [(b, e) for b, e in plan.work if e - b >= LONG_S * 1000 and not card.dose.reps]
    halves = [cue.at for cue in plan.cues if cue.text == SPOKEN.line("half")]
    assert halves == [(begin + end) // 2 for begin, end in long]
    counted = [cue for cue in plan.cues if cue.text == SPOKEN.line("last_rep")]
    assert len(counted) == (len(plan.work) if card.dose.reps else 0)


def test_a_hold_of_three_seconds_has_room_for_nothing_but_its_end():
    short = replace(COUCH, dose=replace(COUCH.dose, hold_s=3, sets=1), sides=Sides.BOTH)
    plan = planned(SpokenMove(short))
    (begin, end) = plan.work[0]
    assert [cue.sound for cue in plan.cues if begin <= cue.at < end] == [Sound.GO]


def test_a_repetition_that_is_held_says_when_to_hold_and_when_to_let_go():
    held = replace(CLAM, dose=replace(CLAM.dose, reps=2, rep_hold_s=5), sides=Sides.BOTH)
    plan = planned(SpokenMove(held))
    (begin, _) = plan.work[0]
    assert [at - begin for at in of(plan, Sound.TOP)] == [2000, 11000]
    assert [at - begin for at in of(plan, Sound.DOWN)] == [7000, 16000]


def test_a_way_down_of_its_own_length_says_when_it_begins():
    slow = replace(CLAM, dose=replace(CLAM.dose, reps=2, rep_hold_s=1, lower_s=4), sides=Sides.BOTH)
    plan = planned(SpokenMove(slow))
    (begin, end) = plan.work[0]
    assert end - begin == 2 * (2 + 1 + 4) * 1000
    assert [at - begin for at in of(plan, Sound.DOWN)] == [3000, 10000]
    assert "Take 4 seconds on the way down." in said(plan)


def test_a_session_is_told_in_its_order():
    plan = planned(SpokenMove(COUCH, known=True), SpokenMove(CLAM, Side.RIGHT, known=True))
    assert said(plan)[:7] == [
        "2 moves, one after the other.",
        "Stop if anything hurts.",
        "First, Couch stretch.",
        "Get ready.",
        "Left side.",
        "Set 1 of 2.",
        "Hold for 30 seconds.",
    ]
    clam = said(plan)[said(plan).index("Last one, Clamshell.") :]
    assert clam[:6] == [
        "Last one, Clamshell.",
        "Get ready.",
        "Right side.",
        "Keep the hips stacked, no rolling back.",
        "12 times, slowly.",
        "One.",
    ]
    assert clam[-2:] == ["And rest.", "That's it. Well done."]


def test_a_script_knows_all_its_lines_once():
    told = script([SpokenMove(COUCH), SpokenMove(COUCH)], SPOKEN)
    assert len(told.lines) == len(set(told.lines))
    assert {*said(timeline(told, by_letters))} <= {*told.lines}
    assert isinstance(hash(told), int)
    assert told != Script(told.parts, Pace.SLOW)


def test_words_are_said_as_they_are_listed_whole_and_only_whole():
    spoken = replace(SPOKEN, said_as={"psoas": "so as", "half-way": "half way", "IT": "I T"})
    assert spoken.aloud("Psoas half-way, not psoasy.") == "so as half way, not psoasy."
    assert spoken.aloud("It is the IT band, so roll it.") == "It is the I T band, so roll it."


# The file, a text in it, what to put there; the field that is named, and the fault.
FAULTS = [
    (LINES, "  half: Half way.\n", "", "lines.half", "is missing"),
    (LINES, "  half: Half way.", "  half:", "lines.half", "should be text, not None"),
    (LINES, "Half way.", '"{minutes} left."', "lines.half", "that is never filled in: {minutes}"),
    (LINES, "Half way.", '"Half {way."', "lines.half", "that is never filled in: {Half {way.}"),
    (LINES, ", Thirty.", "", "counts", "counts to 29, a card may have 30 repetitions"),
    (LINES, "  half:", "  halfway:", "lines.halfway", "is not a field here"),
    (PRONUNCIATION, "IT: I T", "IT: 2", "IT", "should be text, not 2"),
]


@pytest.mark.parametrize("planted", FAULTS)
def test_a_fault_is_told_where_it_is(tmp_path: Path, planted):
    name, old, new, field, fault = planted
    shutil.copytree(library_folder() / "spoken", tmp_path / "spoken")
    text = (tmp_path / name).read_text()
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new))
    found = spoken_problems(tmp_path)
    assert any(each.field == field and fault in each.fault for each in found), found
    with pytest.raises(ContentError, match=name):
        read_spoken(tmp_path)


def test_a_pronunciation_is_for_a_word_that_is_said(tmp_path: Path):
    for folder in ("spoken", "cards"):
        shutil.copytree(library_folder() / folder, tmp_path / folder)
    assert not [*unsaid_words(tmp_path, read(tmp_path))]
    (tmp_path / PRONUNCIATION).write_text("glute: gloot\nzeitgeist: tsite guyst\n")
    (found,) = unsaid_words(tmp_path, read(tmp_path))
    assert (found.line, found.field) == (2, "zeitgeist")
