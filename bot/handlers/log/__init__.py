"""What was done: logging, mending, days off, runs."""
