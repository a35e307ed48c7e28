"""What a message wants of the reminders: set, moved, paused, ended, breaks from sitting."""
