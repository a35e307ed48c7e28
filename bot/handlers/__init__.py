"""The routing table. The order matters and is this one; each module lists its own handlers."""

from collections.abc import Callable

from bot.config.settings import Settings
from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Story
from bot.handlers import (
    about,
    admin,
    ask,
    away,
    breaks,
    care,
    check_in,
    countdown,
    fallback,
    fewer,
    followups,
    habits,
    hurts,
    journal,
    mending,
    onboarding,
    physio,
    preferences,
    privacy,
    programme,
    progress,
    quiet,
    reminder_panel,
    reminders,
    running,
    screening,
    skip,
    snooze,
    summary,
    today,
    trial,
    walk,
    why_sent,
    words,
    zone,
)
from content.intents.meaning import Intent
from content.language.lexicon import Lexicon

CAPABILITIES = (
    onboarding,
    zone,
    today,
    walk,
    countdown,
    hurts,
    skip,
    summary,
    journal,
    mending,
    away,
    care,
    ask,
    followups,
    preferences,
    running,
    snooze,
    habits,
    breaks,
    reminders,
    why_sent,
    fewer,
    reminder_panel,
    quiet,
    progress,
    check_in,
    programme,
    physio,
    trial,
    privacy,
    about,
)


def stories() -> dict[Intent, Story]:
    """What every intent leads to, however it was expressed."""
    told: dict[Intent, Story] = {}
    for module in CAPABILITIES:
        told |= getattr(module, "INTENTS", {})
    return told


def routes(settings: Settings, lexicon: Callable[[], Lexicon]) -> Handlers:
    own = [handler for module in CAPABILITIES for handler in getattr(module, "HANDLERS", [])]
    own += admin.handlers(settings.admins, settings.send_rate)
    return [
        *fallback.FIRST,
        *screening.handlers(lexicon),
        *own,
        *words.handlers(stories()),
        *fallback.HANDLERS,
    ]
