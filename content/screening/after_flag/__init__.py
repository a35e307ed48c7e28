"""What becomes of a red flag: the complaint, what rests and for how long, and how it ends. Pure.

It never raises a flag of the runner. Hands out: `Complaint` with what adds, answers and clears it,
`held`, what all of them come to, `read` and `stored`, `rested_areas`, `take_back` after a false
alarm, and `Theirs`, what was told of somebody else.
"""
