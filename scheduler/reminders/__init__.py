"""What a runner can be reminded of, how that is kept in a row, and what reminders learn. Pure."""
