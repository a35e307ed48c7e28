"""Reminders, desk breaks, quiet hours, and what reminders learn."""
