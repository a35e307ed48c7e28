"""Which reading of a message counts, and whether it is sure enough to be done.

The readings themselves come from the capabilities beside it. Hands out: `proposals`, `by_weight`,
`two_things`, `settled`, `Cost` with `cost`, and `Reading`.
"""
