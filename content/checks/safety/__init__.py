"""What keeps harm away: whom cards are not for, and what rests after a red flag.

Hands out: `rest_problems`, what waits for a review, and the safety report.
"""
