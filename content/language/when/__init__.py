"""When: dates, spans, repeats and exceptions in the words of a message, each with its tokens.

A value says what was written and where; what day that is depends on whether a message looks back
(a log) or ahead (a reminder), so that is asked for last, with the runner's own day. Nothing here
knows what a reminder is. Hands out: `Clock` with `later_today`, `Times`, `Length`, `weekdays`,
`chosen`, `past_day`, `coming_day`, `WrittenDate`, and what is left out or takes turns.
"""
