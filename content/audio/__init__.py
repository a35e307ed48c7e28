"""A session or a card to be listened to: what is said, and when each tone sounds.

Hands out a script (`script`: what there is to say and to do, from the same guide as the chat), a
timeline (`timeline`: exact starts, once it is known how long each line takes) and a recording
(`recording`: both as an Ogg file). It never decides what a runner may do, and never writes words
of its own: those are in `library/spoken/`. All but the recording is pure.
"""
