"""What a runner can be reminded of, how that is kept in a row, and what reminders learn. Pure.

Hands out: the names of slots, `Breaks`, the `pace` that habits ask for, and what a snooze may be.
"""
