"""A runner's reminders, desk breaks, pauses and days off, what reminders learn, and when the buttons
of a day go.
"""
