"""Authors' files as plain data, and what is wrong with them in words that an author understands.

Knows nothing of cards, runners or Telegram. Hands out: `Document`, `Problem`, `Model`, the YAML
reader, validation, the cache of what was read, and writing a file whole or not at all.
"""
