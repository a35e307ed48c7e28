"""What to do: the decisions of a coach as plain functions of frozen values. Pure: `now` is passed in."""
