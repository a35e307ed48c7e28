"""People with a phone in the hand: what they do, and what they see.

They know nothing of methods; what they do is an update for the bot. It hands out `People`, who make
each `Person` and `Group`, the chat as JSON (`chat_view`) and as text (`screen`).
"""
