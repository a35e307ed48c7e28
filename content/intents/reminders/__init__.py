"""What a message wants of the reminders: set, moved, paused, ended, breaks from sitting.

Hands out: `reminder`, and spans of days off.
"""
