"""Progress, the weekly check-in, programmes."""
