"""How it looks. Today's session, asking for a move, and what follows a card on the screen."""
