"""The playground: a chat page, a strict fake Telegram and the real bot, all on loopback.

Tests and benchmarks import the fake from here. It never talks to anything but this machine.
"""
