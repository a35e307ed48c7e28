"""What runners tell of themselves: a name, a place, runs that were and runs to come.

Hands out: `about_me`, `whereabouts`, `runs` and `distances`.
"""
