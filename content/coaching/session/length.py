"""How long a session is: its cards, and its minutes where nobody asked for another length.

`plan` and `picking` go by them.
"""

FEWEST_CARDS = 2  # and three at most: a long list does not get done (rule R6)
USUAL_MINUTES = 10
STRENGTH_MINUTES = 18  # three cards of strength beside the stretch that stays
WARM_UP_MINUTES = 8
SHORT_MINUTES = 4  # after a session that time ran out for
ONE_CARD_BELOW = 5  # of so few minutes one card is enough
NEAR = 0.2  # of the minutes that were asked for: less than that, or more, is told
