"""What to do: a coach's decisions as plain functions of frozen values; `now` is passed in.

It takes from a message no more than what is wished. Hands out: `gate`, `soreness`, and its rooms
for the session, the choice of cards, programmes, the home test and looking back.
"""
