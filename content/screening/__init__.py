"""Red flags in a message (rule R1). Nothing has looked at the message before, but for its words.

Hands out: `screen`, the flags, what is left `unexplained` and has to be asked about, which areas
rest after a flag, and what authors may see of a message.
It never picks an exercise.
"""
