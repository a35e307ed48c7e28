"""How a card looks when it opens, and what is shown in its place."""

from bot.values.card_views import CardViews
from bot.views.care.refused import refused
from bot.views.guide.steps import step
from bot.views.onboarding.body import body

LOOKS = CardViews(step=step, refused=refused, body=body)
