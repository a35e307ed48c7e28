"""What is asked in the middle of a walk, answered below its step, which stays as it is."""

from collections.abc import Callable

from bot.dispatch.conversation import Conversation
from bot.services.guiding import guide
from bot.services.guiding.active_guide import ActiveGuide
from bot.views.guide import asides

Tell = Callable[[Conversation, ActiveGuide], None]


def asked(what: str) -> Tell:
    return lambda chat, kept: tell(chat, kept, what)


def tell(chat: Conversation, kept: ActiveGuide, asked: str) -> None:
    now = guide.step_of(chat, kept.place)
    left = kept.seconds_left(now.frame, chat.now) if kept.running or kept.left else None
    after = guide.cards_left(chat, kept.place.day, now.card.id) if kept.place.day else []
    view = asides.aside(
        chat.wording, now, asked, left=left, following=after, sounds=chat.answers.sound
    )
    chat.say(view)


def sound(*, on: bool) -> Tell:
    def act(chat: Conversation, kept: ActiveGuide) -> None:
        chat.remember(sound=on)
        tell(chat, kept, "sound_on" if on else "sound_off")

    return act


def louder(chat: Conversation, kept: ActiveGuide) -> None:
    """The sound comes back for who had it off; how loud it is, the phone decides."""
    if chat.answers.sound:
        tell(chat, kept, "volume")
    else:
        sound(on=True)(chat, kept)
