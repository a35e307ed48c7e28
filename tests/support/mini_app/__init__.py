"""The page of a session: its calls as its script makes them, and itself in a real browser."""
