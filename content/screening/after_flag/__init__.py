"""What becomes of a red flag: the complaint, what rests and for how long, and how it ends. Pure.

It never raises a flag. Hands out: `Complaint` with what adds, answers and clears it, `read`
and `stored`, `rested_areas`, and `take_back` after a false alarm.
"""
