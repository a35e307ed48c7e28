"""A runner's reminders, desk breaks, pauses and days off, and what reminders learn."""
