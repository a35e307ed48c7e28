"""How a body stands and moves: from an author's pose to points in space. Nothing is drawn here."""
