"""The tables that the bot cannot work without: lexicon, flags, locks, runs and short words.

What is wrong with them keeps the bot from starting, and keeps what is being edited from being
served. Hands out `table_problems`.
"""
