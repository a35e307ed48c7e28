"""A runner's reminders, breaks, pauses, days off and buttons of a day, and what reminders learn."""
