"""How long a session is: its cards, and its minutes where nobody asked for another length."""

FEWEST_CARDS, MOST_CARDS = 2, 3  # a long list does not get done (rule R6)
USUAL_MINUTES = 10
SHORT_MINUTES = 4  # after a session that time ran out for
