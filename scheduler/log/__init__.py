"""What was done on which day, weeks and streaks. Pure."""
