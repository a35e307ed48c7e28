"""What keeps harm away: whom cards are not for, and what rests after a red flag."""
