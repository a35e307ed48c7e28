"""The playground: a chat page, a strict fake Telegram and the real bot, all on loopback.

It never talks to anything but this machine and knows no handler, view or service of the bot. It
hands out `play` to the command line; tests and benchmarks take the fake Telegram.
"""
