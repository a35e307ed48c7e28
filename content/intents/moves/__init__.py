"""What a message says of moves: which, where, with what, and what is asked about one.

It never picks a card. Hands out: `ask` with its wishes, `card`, `positions`, `described`,
`preference`, and the words inside a walk.
"""
