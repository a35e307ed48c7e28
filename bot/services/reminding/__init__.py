"""A runner's reminders, desk breaks, pauses and days off, and what reminders learn.

Never words anything. Hands out: `schedule`, `pauses`, `one_off`, `days_off`, `desk_breaks` and
`reminder_habits`.
"""
