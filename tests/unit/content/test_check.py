"""Each rule of the content check: a fault planted in a copy of the content is found, alone."""

import shutil
from pathlib import Path

import pytest

import content
from content.authoring.document import ContentError, Problem
from content.catalog.library import load
from content.checks.everything import check

CONTENT = Path(content.__file__).parent / "library"
CLAMSHELL, BRIDGE = "cards/clamshell.yaml", "cards/glute-bridge.yaml"
COUCH, SWING = "cards/couch-stretch.yaml", "cards/leg-swing-front-to-back.yaml"
BREAK, WARM_UP = "routines/desk-day-break.yaml", "routines/pre-run-warm-up-hip-flexor.yaml"
FLOW, DESK = "routines/articulation-to-end-range.yaml", "programmes/desk-bound-runner.yaml"
BARRIERS = "barriers.yaml"
WHYS, RULES, TABLE = "facts/why.yaml", "facts/progress.yaml", "facts/coverage.yaml"


@pytest.fixture
def tree(tmp_path):
    for name in ("cards", "routines", "programmes", "facts", "poses"):
        shutil.copytree(CONTENT / name, tmp_path / name)
    for name in ("sources.yaml", "claims.yaml", "barriers.yaml", "questions.yaml"):
        shutil.copy(CONTENT / name, tmp_path / name)
    return tmp_path


def plant(tree, name, old, new):
    """Put the new text in the place of the old one, and say on which line that is."""
    text = (tree / name).read_text()
    assert text.count(old) == 1, f"{old!r} should stand once in {name}"
    (tree / name).write_text(text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def test_our_own_content_has_no_problems():
    assert check() == []


def test_a_copied_tree_has_no_problems(tree):
    assert check(tree) == []


# What to plant: the file, a text in it, what to put there. What the author is told: how many lines
# below that the fault is (None: on line 1, where the file begins), the field, the fault, the mend.
FAULTS = [
    pytest.param(
        (CLAMSHELL, "stop: Open less if it pinches. Stop if it hurts.\n", ""),
        (None, "stop", "is missing", "add a line that starts with “stop:”"),
        id="no stop rule",
    ),
    pytest.param(
        (CLAMSHELL, "cautions:", "caution:"),
        (0, "caution", "is not a field here", "did you mean “cautions”"),
        id="misspelt field",
    ),
    pytest.param(
        (COUCH, "  no_kneeling:", "  no_kneling:"),
        (0, "links.no_kneling", "is not a field here", "did you mean “no_kneeling”"),
        id="misspelt field in a group",
    ),
    pytest.param(
        (CLAMSHELL, "moments: [bed,", "moments: [bad,"),
        (
            0,
            "moments.1",
            "is “bad”, which is not known",
            "use one of before-run, after-run, desk, bed, rest-day",
        ),
        id="misspelt word",
    ),
    pytest.param(
        (CLAMSHELL, "level: 1", "level: 7"),
        (0, "level", "is “7”, which is not known", "use one of 1, 2, 3"),
        id="level that is not there",
    ),
    pytest.param(
        (COUCH, "hold_s: 30", "hold_s: 300"),
        (0, "dose.hold_s", "is “300”, too much", "use 120 or less"),
        id="hold too long",
    ),
    pytest.param(
        (COUCH, "hold_s: 30", "hold_s: 2"),
        (0, "dose.hold_s", "is “2”, too little", "use 3 or more"),
        id="hold too short",
    ),
    pytest.param(
        (COUCH, "hold_s: 30", "hold_s: 30 s"),
        (0, "dose.hold_s", "should be a number, not “30 s”", "write a whole number without a unit"),
        id="unit in a number",
    ),
    pytest.param(
        (COUCH, "dose:\n", "dose:\n  reps: 10\n"),
        (
            0,
            "dose",
            "does not count one thing",
            "give one of hold_s (stay still), move_s (keep moving) and reps",
        ),
        id="two counts at once",
    ),
    pytest.param(
        (COUCH, "dose:\n", "dose:\n  rep_hold_s: 3\n"),
        (0, "dose", "has rep_hold_s without reps", "remove rep_hold_s, or count reps"),
        id="pause without repetitions",
    ),
    pytest.param(
        (CLAMSHELL, "  - Lower slowly.", "  - Lower: slowly."),
        (
            0,
            "steps.4",
            "should be text, not a group of fields",
            "write one sentence, quoted if it has a colon",
        ),
        id="colon in a sentence",
    ),
    pytest.param(
        (CLAMSHELL, "  - Lower slowly.", "  - Down" + "x" * 397),
        (0, "steps.4", "is too long by 1", "keep it to 400 characters"),
        id="step too long",
    ),
    pytest.param(
        (CLAMSHELL, "areas: [glutes, outer-hip]", "areas: glutes"),
        (0, "areas", "should be a list, not “glutes”", "put each item on its own line after “- ”"),
        id="list as a sentence",
    ),
    pytest.param(
        (CLAMSHELL, "level: 1\n", "level: 1\nlevel: 1\n"),
        (1, "level", "is given twice", "keep one"),
        id="field given twice",
    ),
    pytest.param(
        (CLAMSHELL, "name: Clamshell\n", "id: clamshell\nname: Clamshell\n"),
        (0, "id", "is not a field here", "remove it, the file name is the id"),
        id="id in the file",
    ),
    pytest.param(
        (CLAMSHELL, "level: 1", "level: [1"),
        (
            1,
            "",
            "is not YAML (did not find expected ',' or ']')",
            "check the indentation, and quote sentences that contain a colon",
        ),
        id="broken YAML",
    ),
    pytest.param(
        (COUCH, "easier: half-kneeling-hip-flexor-stretch", "easier: couch-stretch"),
        (0, "links.easier", "is this card itself", "link another card"),
        id="link to itself",
    ),
    pytest.param(
        (CLAMSHELL, "links:\n", "links:\n  easier: side-lying-leg-lift\n"),
        (
            1,
            "links.easier",
            "comes back to this card in the end",
            "let easier and harder lead one way",
        ),
        id="easier in a circle",
    ),
    pytest.param(
        (COUCH, "no_kneeling: standing-quad-stretch", "no_kneeling: frog-stretch"),
        (
            0,
            "links.no_kneeling",
            "“frog-stretch” is done kneeling",
            "link a card that needs no kneeling",
        ),
        id="kneeling stand-in",
    ),
    pytest.param(
        (COUCH, "links:\n", "links:\n  no_kit: foam-roll-quads\n"),
        (1, "links.no_kit", "“foam-roll-quads” needs kit", "link a card without required kit"),
        id="stand-in with kit",
    ),
    pytest.param(
        (CLAMSHELL, "side_is: Your working side is the leg on top.\n", ""),
        (
            None,
            "side_is",
            "is missing, and the sides take turns",
            "add a line that tells which leg or hip is the working one",
        ),
        id="side not told",
    ),
    pytest.param(
        ("cards/marching-glute-bridge.yaml", "reps: 12", "reps: 11"),
        (
            0,
            "dose.reps",
            "gives one side more than the other",
            "count both sides together, so use an even number",
        ),
        id="odd count for two sides",
    ),
    pytest.param(
        (COUCH, "moments: [after-run,", "moments: [after-run, before-run,"),
        (
            0,
            "moments.2",
            "a stretch card is offered before a run",
            "remove before-run, only dynamic and drill cards come before a run",
        ),
        id="stretch before a run",
    ),
    pytest.param(
        (SWING, "move_s: 30", "hold_s: 30"),
        (
            0,
            "dose.hold_s",
            "a hold is offered before a run",
            "use move_s or reps, or remove before-run",
        ),
        id="hold before a run",
    ),
    pytest.param(
        (CLAMSHELL, 'sources: ["003"]', "sources: []"),
        (
            0,
            "sources",
            "is empty, but the status is sourced",
            "list the articles from sources.yaml, or use status: standard",
        ),
        id="sourced without a source",
    ),
    pytest.param(
        (COUCH, "  source: ours", '  source: "004"'),
        (
            0,
            "dose.source",
            "“004” is not among the sources of this card",
            "use ours, or list that article under sources",
        ),
        id="dose from elsewhere",
    ),
    pytest.param(
        ("facts/why.yaml", "  basis: figure\n", "  basis: rumour\n"),
        (
            0,
            "internal-rotation.basis",
            "is “rumour”, which is not known",
            "use one of anatomy, mechanics, clinician, figure, opinion, anecdote",
        ),
        id="reason without a basis",
    ),
    pytest.param(
        (CLAMSHELL, "  - Slow on the way down.", "  - Slow reps prevent most injuries."),
        (
            0,
            "cues.3",
            "“prevent most injuries” promises preventing injury",
            'say what the exercise trains, with "may help"',
        ),
        id="promise on a card",
    ),
    pytest.param(
        (
            "facts/why.yaml",
            "Strong outer hips may help you control that turn.",
            "Strong hips make you run faster.",
        ),
        (
            0,
            "internal-rotation.text",
            "“make you run faster” promises running faster",
            "say what the exercise trains, and leave results out",
        ),
        id="promise in a reason",
    ),
    pytest.param(
        (CLAMSHELL, "  - clams\n", "  - Couch-Stretch\n"),
        (
            0,
            "aliases.4",
            "“Couch-Stretch” already belongs to couch-stretch",
            "keep it on one of the two",
        ),
        id="name of another card",
    ),
    pytest.param(
        ("claims.yaml", "pattern: guarante", "pattern: (guarante"),
        (
            0,
            "6.pattern",
            "is not a pattern (missing ), unterminated subpattern at position 0)",
            "mend the regular expression",
        ),
        id="pattern that is none",
    ),
    pytest.param(
        (BARRIERS, "does: shorter", "does: shortest"),
        (0, "no-time.does", "is “shortest”, which is not known", "did you mean “shorter”"),
        id="barrier that changes nothing known",
    ),
]


BROKEN_TIES = [
    pytest.param(
        (COUCH, "easier: half-kneeling-hip-flexor-stretch", "easier: half-kneeling-stretch"),
        (
            0,
            "links.easier",
            "no card is called “half-kneeling-stretch”",
            "did you mean “half-kneeling-hip-flexor-stretch”",
        ),
        id="link to no card",
    ),
    pytest.param(
        (COUCH, 'sources: ["000", "002"]', 'sources: ["000", "017"]'),
        (0, "sources.2", "“017” is not in sources.yaml", "use one of 000, 001, 002, 003, 004"),
        id="source that is not there",
    ),
    pytest.param(
        (CLAMSHELL, "why: [clamshell-why,", "why: [clamshel-why,"),
        (0, "why.1", "“clamshel-why” is not in facts/why.yaml", "did you mean “clamshell-why”"),
        id="reason that is not there",
    ),
    pytest.param(
        (WHYS, '  basis: figure\n  sources: ["001"]', '  basis: figure\n  sources: ["017"]'),
        (
            1,
            "internal-rotation.sources.1",
            "“017” is not in sources.yaml",
            "use one of 000, 001, 002, 003, 004",
        ),
        id="reason from no source",
    ),
    pytest.param(
        (BREAK, "  - seated-hip-massage", "  - seated-hip-masage"),
        (
            0,
            "cards.1",
            "no card is called “seated-hip-masage”",
            "did you mean “seated-hip-massage”",
        ),
        id="card of a routine that is not there",
    ),
    pytest.param(
        (BREAK, "why: [sitting-shortens]", "why: [sitting-shorten]"),
        (
            0,
            "why.1",
            "“sitting-shorten” is not in facts/why.yaml",
            "did you mean “sitting-shortens”",
        ),
        id="reason of a routine that is not there",
    ),
    pytest.param(
        (BREAK, 'sources: ["000", "004"]', 'sources: ["000", "040"]'),
        (0, "sources.2", "“040” is not in sources.yaml", "use one of 000, 001, 002, 003, 004"),
        id="source of a routine that is not there",
    ),
    pytest.param(
        (DESK, "routines: [desk-day-break]", "routines: [desk-day-brake]"),
        (
            0,
            "weeks.1.pools.1.routines.1",
            "no routine is called “desk-day-brake”",
            "did you mean “desk-day-break”",
        ),
        id="routine that is not there",
    ),
    pytest.param(
        (DESK, "progress: [quiet-week,", "progress: [quite-week,"),
        (
            0,
            "progress.1",
            "“quite-week” is not in facts/progress.yaml",
            "did you mean “quiet-week”",
        ),
        id="rule that is not there",
    ),
    pytest.param(
        (DESK, "back_off: [sore-some,", "back_off: [sore-sum,"),
        (
            0,
            "back_off.1",
            "“sore-sum” is not in facts/progress.yaml",
            "did you mean “sore-some”",
        ),
        id="rule to back off that is not there",
    ),
    pytest.param(
        (DESK, "why: [sitting-shortens,", "why: [sitting,"),
        (0, "why.1", "“sitting” is not in facts/why.yaml", "did you mean “sitting-shortens”"),
        id="reason of a programme that is not there",
    ),
    pytest.param(
        (DESK, 'sources: ["000", "002", ours]', 'sources: ["000", "020", ours]'),
        (0, "sources.2", "“020” is not in sources.yaml", "use one of 000, 001, 002, 003, 004"),
        id="source of a programme that is not there",
    ),
    pytest.param(
        (
            RULES,
            'nothing is lost.\n  sources: ["002"]',
            'nothing is lost.\n  sources: ["020"]',
        ),
        (
            1,
            "quiet-week.sources.1",
            "“020” is not in sources.yaml",
            "use one of 000, 001, 002, 003, 004",
        ),
        id="rule from no source",
    ),
]

ROUTINE_FAULTS = [
    pytest.param(
        (WARM_UP, "  - high-knees", "  - standing-quad-stretch"),
        (
            0,
            "cards.1",
            "“standing-quad-stretch” is a stretch card in a routine for before a run",
            "take a dynamic or a drill card",
        ),
        id="stretch in a warm-up",
    ),
    pytest.param(
        (BREAK, "  - standing-desk-hip-stretch", "  - runners-lunge-stretch"),
        (
            0,
            "cards.2",
            "“runners-lunge-stretch” is not for desk",
            "take another card, or change the moments",
        ),
        id="floor card at the desk",
    ),
    pytest.param(
        (
            BREAK,
            "  - seated-hip-massage\n  - standing-desk-hip-stretch",
            "  - standing-desk-hip-stretch\n  - seated-hip-massage",
        ),
        (
            -1,
            "cards",
            "are not in the order release, stretch, mobilize, strengthen, dynamic, drill, test",
            "write seated-hip-massage, standing-desk-hip-stretch, or tell why not in own_order",
        ),
        id="stretch before release",
    ),
    pytest.param(
        (BREAK, "why: [", "own_order: It looks nicer.\nwhy: ["),
        (0, "own_order", "is given, but the order is the usual one", "remove it"),
        id="reason for nothing",
    ),
    pytest.param(
        (BREAK, "minutes: 3", "minutes: 5"),
        (0, "minutes", "the cards take 3", "write minutes: 3"),
        id="minutes off",
    ),
    pytest.param(
        ("routines/post-run-cool-down-stretch-menu.yaml", "why: [", "kit: [roller]\nwhy: ["),
        (0, "kit", "the cards need no kit", "remove the kit"),
        id="kit that nobody needs",
    ),
    pytest.param(
        ("routines/deep-hip-flexor-release-block.yaml", "kit: [ball]", "kit: [band]"),
        (0, "kit", "the cards need ball", "write kit: [ball]"),
        id="kit of another routine",
    ),
    pytest.param(
        (BREAK, "aliases:", "alias:"),
        (0, "alias", "is not a field here", "did you mean “aliases”"),
        id="misspelt field of a routine",
    ),
    pytest.param(
        (BREAK, "  - office break", "  - Couch stretch"),
        (
            0,
            "aliases.2",
            "“Couch stretch” already belongs to couch-stretch",
            "keep it on one of the two",
        ),
        id="routine named like a card",
    ),
    pytest.param(
        ("routines/desk-reset.yaml", "name: Desk reset", "name: Desk break"),
        (0, "name", "“Desk break” already belongs to desk-day-break", "keep it on one of the two"),
        id="two routines of one name",
    ),
    pytest.param(
        (BREAK, "summary: A minute of", "summary: It cures in a minute of"),
        (
            0,
            "summary",
            "“cures” promises curing",
            'say "may help", and send pain to a professional',
        ),
        id="promise in a routine",
    ),
]

PROGRAMME_FAULTS = [
    pytest.param(
        (DESK, "{focus: strength, times: 3}", "{focus: strength, times: 1}"),
        (-4, "frame", "has 1 strength slots a week, too few", "give strength 2 times or more"),
        id="too little strength",
    ),
    pytest.param(
        (DESK, "{focus: strength, times: 3}", "{focus: strength, times: 3, every: run}"),
        (
            0,
            "frame.4",
            "does not say how often",
            "give either times (a week) or every (run, workday)",
        ),
        id="slot that says two things",
    ),
    pytest.param(
        (DESK, "  - {focus: desk, every: workday}\n", "  - {focus: desk, evry: workday}\n"),
        (0, "frame.1.evry", "is not a field here", "did you mean “every”"),
        id="misspelt field in a list",
    ),
    pytest.param(
        (DESK, "      - {focus: strength, routines: [first-strength]}\n", ""),
        (-4, "weeks.1.pools", "has nothing for strength", "add a pool for strength"),
        id="slot without a routine",
    ),
    pytest.param(
        (
            DESK,
            "{focus: desk, routines: [desk-reset]}",
            "{focus: after-run, routines: [five-minutes-after-runs]}",
        ),
        (
            0,
            "weeks.2.pools.1.focus",
            "after-run is not in the frame",
            "add a slot for after-run, or remove the pool",
        ),
        id="pool without a slot",
    ),
    pytest.param(
        (
            DESK,
            "      - {focus: strength, routines: [next-strength]}\n",
            "      - {focus: strength, routines: [next-strength]}\n"
            "      - {focus: desk, routines: [desk-day-break]}\n",
        ),
        (-1, "weeks.4.pools", "changes 2 things at once", "keep one for this week"),
        id="two changes in a week",
    ),
    pytest.param(
        (DESK, "routines: [next-strength]", "routines: [post-run-cool-down-two-stretches]"),
        (
            0,
            "weeks.4.pools.1.routines.1",
            "“post-run-cool-down-two-stretches” is not for strength",
            "take another routine",
        ),
        id="stretches as strength",
    ),
    pytest.param(
        (DESK, "routines: [pre-run-warm-up-hip-flexor]", "routines: [two-exercise-daily]"),
        (
            0,
            "weeks.1.pools.2.routines.1",
            "“two-exercise-daily” is not for before-run",
            "take another routine",
        ),
        id="stretches before a run",
    ),
    pytest.param(
        (DESK, "[roll-and-stretch-habit, five-minutes-after-runs]", "[roll-and-stretch-habit]"),
        (
            0,
            "weeks.1.pools.3.routines",
            "all of them need kit",
            "add a routine without kit",
        ),
        id="nothing without kit",
    ),
    pytest.param(
        (
            DESK,
            "[sore-some, sore-for-weeks, sore-much, missed-one, missed-two, missed-four]",
            "[sore-some, sore-much]",
        ),
        (0, "back_off", "has no rule for weeks-missed", "add one"),
        id="no rule for a missed week",
    ),
    pytest.param(
        (DESK, "[sore-some, sore-for-weeks, sore-much,", "[sore-some,"),
        (0, "back_off", "never sends anybody for help", "add a rule with then: rest-and-ask"),
        id="no way to a professional",
    ),
    pytest.param(
        (RULES, "  when: sessions-done\n  at_least: 3", "  when: session-done\n  at_least: 3"),
        (
            0,
            "enough-done.when",
            "is “session-done”, which is not known",
            "did you mean “sessions-done”",
        ),
        id="signal that is not there",
    ),
]

TABLE_FAULTS = [
    pytest.param(
        (TABLE, "{cards: [couch-stretch]}", "{cards: [couch-stretsh]}"),
        (
            0,
            "exercises.couch-stretch.cards.1",
            "no card is called “couch-stretsh”",
            "did you mean “couch-stretch”",
        ),
        id="row that leads nowhere",
    ),
    pytest.param(
        (TABLE, "{cards: [couch-stretch]}", "{}"),
        (
            0,
            "exercises.couch-stretch",
            "is not explained",
            "name cards, routines or programmes, or tell why in left_out",
        ),
        id="row without an explanation",
    ),
    pytest.param(
        (TABLE, "{cards: [couch-stretch]}", "{cards: [frog-stretch]}"),
        (0, "exercises.couch-stretch", "leads elsewhere and does not tell why", "add a note"),
        id="row that leads elsewhere",
    ),
]

QUESTION_FAULTS = [
    pytest.param(
        ("questions.yaml", "  with_any: run_days", "  with_any: run_dais"),
        (
            0,
            "4.with_any",
            "names “run_dais”",
            "name a question above it: run_days, sitting, spots",
        ),
        id="condition on a question that is not there",
    ),
    pytest.param(
        (
            "questions.yaml",
            '  asides:\n    why: "A move that follows',
            '  asides:\n    later: "A move that follows',
        ),
        (0, "9.asides", "says nothing for why", "add a line for it here"),
        id="question that does not say why it is asked",
    ),
    pytest.param(
        ("questions.yaml", '    lost: "I only', '    lots: "I only'),
        (
            0,
            "9.asides.lots",
            "is said at no time",
            "use one of skip, back, unsure, private, choose, why, later, best, meaning, lost, "
            "open, which",
        ),
        id="what is never said about a question",
    ),
]

ALL_FAULTS = [
    *QUESTION_FAULTS,
    *FAULTS,
    *BROKEN_TIES,
    *ROUTINE_FAULTS,
    *PROGRAMME_FAULTS,
    *TABLE_FAULTS,
]


@pytest.mark.parametrize(("planted", "told"), ALL_FAULTS)
def test_a_planted_fault_is_the_one_problem(tree, planted, told):
    line = plant(tree, *planted)
    below, *words = told
    expected = Problem(planted[0], 1 if below is None else line + below, *words)
    assert check(tree) == [expected]


def test_a_problem_reads_as_place_fault_and_mend():
    problem = Problem("cards/foo.yaml", 12, "steps.2", "is too long by 4", "shorten it")
    assert str(problem) == "cards/foo.yaml:12 steps.2: is too long by 4. Mend: shorten it."


def test_a_file_name_that_is_no_id(tree):
    for folder in ("cards", "poses"):
        (tree / folder / "heel-toe-walk.yaml").rename(tree / folder / "Heel_Toe.yaml")
    fault, mend = "is not an id: “Heel_Toe”", "use small letters, digits and hyphens"
    assert check(tree) == [Problem("cards/Heel_Toe.yaml", 1, "id", fault, mend)]


def test_a_card_too_long_for_one_message(tree):
    """Counted as Telegram does: a runner emoji is two."""
    steps = "".join("  - " + "🏃" * 199 + "\n" for _ in range(9))
    plant(tree, CLAMSHELL, "  - Lower slowly.\n", steps)
    [problem] = [problem for problem in check(tree) if problem.file == CLAMSHELL]
    assert problem.field == ""
    assert "a Telegram message holds 3500" in problem.fault


@pytest.mark.parametrize(
    ("field", "word"),
    [("areas", "ankles"), ("moments", "bed"), ("kind", "drill"), ("kind", "release")],
)
def test_what_no_card_serves(tree, field, word):
    for card in load(tree).cards.values():
        if word in (*card.areas, *card.moments, card.kind):
            (tree / f"cards/{card.id}.yaml").unlink()
    fault, mend = f"nothing serves {word} without kit", f"write a card for {word}"
    assert Problem("cards", 1, field, fault, mend) in check(tree)


def test_a_promise_in_a_message_template(tree):
    (tree / "messages").mkdir()
    text = "Well done, {{ name }}.\nThis routine is proven to work.\n"
    (tree / "messages/done.j2").write_text(text)
    fault = "“proven to” promises certainty"
    assert Problem("messages/done.j2", 2, "", fault, 'say "may help"') in check(tree)


def test_a_card_that_comes_twice_in_a_routine(tree):
    line = plant(tree, BREAK, "cards:\n", "cards:\n  - seated-hip-massage\n")
    expected = Problem(BREAK, line + 2, "cards.2", "“seated-hip-massage” comes twice", "keep one")
    assert expected in check(tree)


def test_an_order_of_its_own_needs_a_reason(tree):
    text = (tree / FLOW).read_text()
    reason = next(line for line in text.splitlines() if line.startswith("own_order:"))
    plant(tree, FLOW, f"{reason}\n", "")
    [problem] = check(tree)
    assert (problem.file, problem.field) == (FLOW, "cards")
    assert problem.fault.startswith("are not in the order release, stretch")


@pytest.mark.parametrize(
    "planted",
    [
        (CLAMSHELL, "level: 1", "level: 7"),
        (BREAK, "minutes: 3", "minutes: 300"),
        (RULES, "then: rest-and-ask\n  says", "then: rest\n  says"),
    ],
    ids=["card", "routine", "rule"],
)
def test_what_cannot_be_read_makes_nothing_else_wrong(tree, planted):
    plant(tree, *planted)
    assert {problem.file for problem in check(tree)} == {planted[0]}


def test_denying_a_promise_is_allowed(tree):
    plant(tree, CLAMSHELL, "  - Slow on the way down.", "  - This will not cure anything.")
    assert check(tree) == []


def test_a_longer_circle_is_told_once(tree):
    """Hinge is made easier than bridge, bridge than march, march than hinge."""
    hinge, links = "cards/standing-hip-hinge.yaml", "  easier: marching-glute-bridge\n"
    plant(tree, hinge, "  harder: single-leg-deadlift\n", f"{links}  harder: glute-bridge\n")
    [problem] = check(tree)
    assert problem.fault == "comes back to this card in the end"


def test_all_problems_are_told_at_once_in_order(tree):
    plant(tree, CLAMSHELL, "level: 1", "level: 7")
    plant(tree, CLAMSHELL, "kind: strengthen", "kind: strong")
    plant(tree, COUCH, "hold_s: 30", "hold_s: 300")
    assert [(p.file, p.field) for p in check(tree)] == [
        (CLAMSHELL, "kind"),
        (CLAMSHELL, "level"),
        (COUCH, "dose.hold_s"),
    ]


def test_a_folder_that_holds_nothing(tmp_path):
    missing = [p.file for p in check(tmp_path) if p.fault.startswith(("cannot be", "is not there"))]
    folders, files = ["cards", "programmes", "routines"], ["claims.yaml", "sources.yaml"]
    facts = [f"facts/{each}.yaml" for each in ("locks", "runs", "states")]
    assert missing == sorted([*folders, *files, BARRIERS, TABLE, RULES, WHYS, *facts])


@pytest.mark.parametrize("planted", [fault.values[0] for fault in BROKEN_TIES])
def test_the_bot_refuses_a_broken_tie(tree, planted):
    plant(tree, *planted)
    with pytest.raises(ContentError) as caught:
        load(tree)
    assert list(caught.value.problems) == check(tree)


def test_the_bot_starts_with_what_is_merely_poor(tree):
    plant(tree, BREAK, "minutes: 3", "minutes: 4")
    plant(tree, DESK, "{focus: strength, times: 3}", "{focus: strength, times: 1}")
    assert len(check(tree)) == 2
    assert load(tree).routines["desk-day-break"].minutes == 4


def test_a_file_that_is_empty(tree):
    (tree / CLAMSHELL).write_text("")
    fault, mend = "does not hold what it should", "write lines such as “name: …”"
    assert check(tree) == [Problem(CLAMSHELL, 1, "", fault, mend)]
