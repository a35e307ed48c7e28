"""What Telegram remembers of one bot: chats, messages, files, taps, profile, calls, faults to come.

It never decides what a bot may do. It hands out `ServerState`, which holds all of it and tells
subscribers what changes.
"""
