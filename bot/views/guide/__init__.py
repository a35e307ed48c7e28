"""How it looks. Step by step through a card: steps, countdown, skipping, the summary."""
