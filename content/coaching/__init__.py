"""What to do: a coach's decisions as plain functions of frozen values; `now` is passed in."""
