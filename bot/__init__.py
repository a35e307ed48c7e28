"""Talking: handlers, views, settings and the composition root.

Telegram's types stay in this room. It decides little: it asks `content` what to say,
`scheduler` when, and `storage` what is known, and turns the answers into messages.
"""

import os

# python-telegram-bot is changing its retry pauses from numbers to timedeltas; this asks for those.
os.environ.setdefault("PTB_TIMEDELTA", "true")
