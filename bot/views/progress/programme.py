"""How programmes look: the choice, one of them, and where the runner is."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.dispatch.reply import Button, Reply, button
from content.catalog.programme import Focus, Programme
from content.coaching.programme.enrolment import Enrolment
from content.wording.messages import Wording

SHOWN_FIRST = 1


def offered(
    wording: Wording, programmes: Sequence[Programme], *, suits: bool, finished: bool
) -> Reply:
    """The fitting one with its reason, and the others below."""
    first = programmes[0]
    because = first.suits.because if suits else None
    text = wording.message("programmes", first=first, because=because, finished=finished)
    rows = [[Button(each.name, f"prog:{each.id}")] for each in programmes[SHOWN_FIRST:]]
    return Reply(
        text, [[button(wording, "programme_start", f"prog-on:{first.id}", name=first.name)], *rows]
    )


def none_reviewed(wording: Wording) -> Reply:
    return Reply(wording.message("nothing_fits", reviewed_only=True))


def details(wording: Wording, programme: Programme) -> Reply:
    weeks = [week.says for week in programme.weeks]
    text = wording.message(
        "programme", programme=programme, weeks=weeks, slots=_slots(wording, programme)
    )
    start = button(wording, "programme_start", f"prog-on:{programme.id}", name=programme.name)
    return Reply(text, [[start], [button(wording, "programmes", "programs")]])


def _slots(wording: Wording, programme: Programme) -> list[str]:
    """What a week holds, in words."""
    return [
        wording.term("slots", slot.every).format(focus=wording.term("focus", slot.focus))
        if slot.every
        else wording.term("slots", "times").format(
            focus=wording.term("focus", slot.focus), times=slot.times
        )
        for slot in programme.frame
    ]


def started(wording: Wording, programme: Programme, day: date) -> Reply:
    text = wording.message(
        "programme_started", programme=programme, says=programme.weeks[0].says, day=day
    )
    return Reply(
        text,
        [[button(wording, "start_today", "start")], [button(wording, "programme_week", "program")]],
    )


def now(
    wording: Wording,
    programme: Programme,
    enrolment: Enrolment,
    week: Mapping[date, Focus],
    news: Sequence[str],
) -> Reply:
    """Which week it is, what it brings, and what is ahead on which day."""
    text = wording.message(
        "programme_now",
        programme=programme,
        number=enrolment.week,
        total=len(programme.weeks),
        says=programme.weeks[enrolment.week - 1].says,
        news=[each for each in news if each != programme.weeks[enrolment.week - 1].says],
        eased=enrolment.eased,
        resting=enrolment.resting,
        days=[(f"{day:%a}", wording.term("focus", focus)) for day, focus in week.items()],
    )
    rows = [[button(wording, "today", "today")], [button(wording, "programmes", "programs")]]
    return Reply(text, [*rows, [button(wording, "programme_stop", "prog-off")]])


def stopped(wording: Wording) -> Reply:
    return Reply(wording.message("programme_stopped"), [[button(wording, "today", "today")]])
