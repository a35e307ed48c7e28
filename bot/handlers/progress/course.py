"""The own course: three questions for whoever agreed, and what came of them."""

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.history import course
from bot.services.reminding import keyboards
from bot.views.progress import course as views
from content.coaching.review.course import HIGHEST, Item, open_item

VERB = "course"


def show(chat: Conversation) -> None:
    """How it stands, or the offer."""
    chat.say(views.shown(chat.wording, course.of(chat), agreed=chat.answers.course))


def agreed(chat: Conversation) -> None:
    chat.remember(course=True)
    _go_on(chat)


def refused(chat: Conversation) -> None:
    chat.remember(course=False)
    chat.toast("saved")
    chat.show(views.over(chat.wording))


def answered(chat: Conversation) -> None:
    """One question by a button; the next takes its place."""
    raw, amount = chat.args(2)
    if raw not in list(Item) or not amount.isdigit() or int(amount) > HIGHEST:
        raise StaleTap(raw)
    course.note(chat, Item(raw), int(amount))
    chat.toast("saved")
    _go_on(chat)


def typed(chat: Conversation) -> bool:
    """A bare number, while one of the questions stands."""
    text = chat.text.strip()
    asked = keyboards.open_since(chat, VERB) if text.isdigit() and int(text) <= HIGHEST else None
    item = asked.partition(":")[2].partition(":")[0] if asked else None
    if item not in list(Item):
        return False
    keyboards.answered(chat, VERB)
    course.note(chat, Item(item), int(text))
    _go_on(chat)
    return True


def _go_on(chat: Conversation) -> None:
    item = open_item(course.today(chat))
    if item:
        chat.show(views.question(chat.wording, item))
    else:
        chat.show(views.shown(chat.wording, course.of(chat), agreed=True))


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(show), r"^course$"),
    CallbackQueryHandler(handle(agreed), r"^course:yes$"),
    CallbackQueryHandler(handle(refused), r"^course:no$"),
    CallbackQueryHandler(handle(answered), r"^course:(stiff|running|daily):"),
]
