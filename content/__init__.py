"""What a coach teaches and says: cards, messages, lexicon, and the pure code that reads them.

Everything here is a file that authors edit or a plain function over frozen values. It never
reads a clock, opens a socket, speaks SQL, or knows that Telegram exists.
"""
