"""How it looks. Progress, the weekly check-in, programmes."""
