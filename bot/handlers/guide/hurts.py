"""A card that hurts: where, how, and then the same care as for pain told in words."""

from dataclasses import replace
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import skip, summary
from bot.services import care, open_questions, session
from bot.services.cards import card_of, known
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.safety.understanding import understood
from bot.values.guide_position import GuidePosition, date_of
from bot.views.care.care import danger
from bot.views.guide import asides
from bot.views.guide import skip as views
from content.catalog.card import Card
from content.catalog.taxonomy import Area, Kind
from content.coaching.session.skips import SkipReason
from content.coaching.soreness import Light, Place, light
from content.intents.meaning import Intent
from content.intents.moves.pain import Pain
from content.intents.moves.session_words import Aside, aside, pain_kind
from content.language.body_areas import areas
from content.language.compiler import compiled
from content.language.parsed_message import parse

AMOUNTS = {"little": 3, "ache": 5, "much": 7, "sharp": 7, "numb": 7}  # on the scale of soreness
DURING, ELSEWHERE = "during", "elsewhere"
PLACES_ELSEWHERE = (views.ELSEWHERE, ELSEWHERE)  # as buttons name it now, and older ones did
FEW = 6  # words
PASSED = "little"
ENDS = frozenset({Aside.HALT, Aside.STOP, Aside.PAUSE, Aside.TIME})
NOWHERE = Pain()  # no place was named


def where(chat: Conversation) -> None:
    """Which of the card's areas is it? One alone needs no question."""
    card, day = _about(chat)
    skip.put_away(chat)
    ask_where(chat, GuidePosition(card.id, day=day))


def ask_where(chat: Conversation, place: GuidePosition, pain: Pain = NOWHERE) -> None:
    """The clock stops. What was said of the place is not asked again."""
    guide.rest(chat)
    card, day = card_of(chat, place.card), place.day
    named = [n for n, area in enumerate(card.areas) if area in pain.areas]
    if named:
        _ask_how(chat, card, named[0], day)
    elif pain.areas or pain.elsewhere:
        _ask_how(chat, card, None, day)
    else:
        open_questions.hurts(chat, card.id, day.isoformat() if day else "", "")
        chat.show(views.where(chat.wording, card, day))


def told(chat: Conversation) -> bool:
    """Words that answer where or how a card hurts, or that end the session because it does."""
    card = known(chat).get([*open_questions.hurting(chat), ""][0])
    if card is None:
        return False
    if aside(chat.text, chat.content.lexicon) in ENDS:
        _end(chat, card)
        return True
    kind = pain_kind(chat.text, chat.content.lexicon)
    return _told_kind(chat, card, kind) if kind else told_where(chat)


def _end(chat: Conversation, card: Card) -> None:
    """What hurt is left out, and not left for another day."""
    _, raw, *_ = open_questions.hurting(chat)
    open_questions.hurts(chat)
    skip.noted(chat, card, SkipReason.HURTS)
    session.drop(chat, card.id)
    if not summary.end_here(chat, date_of(raw) or chat.day, asking=False):
        chat.say(asides.over(chat.wording, logged=False))


def _told_kind(chat: Conversation, card: Card, kind: str) -> bool:
    """Kept until the place is told, too. What has passed has no place."""
    _, raw, at, *_ = open_questions.hurting(chat)
    day = date_of(raw)
    if at or kind == PASSED:
        number = at or views.ELSEWHERE
        _answer(chat, card, day, _area(card, number), kind)
    else:
        open_questions.hurts(chat, card.id, raw, "", kind)
        chat.show(views.where(chat.wording, card, day))
    return True


def told_where(chat: Conversation) -> bool:
    """A place in few words, where it is asked for: "the front of my hip"."""
    card_id, day, at = [*open_questions.hurting(chat), "", "", ""][:3]
    if card_id not in known(chat) or at or len(chat.text.split()) > FEW:
        return False
    reading = parse(chat.text, compiled(chat.content.lexicon, chat.content.names))
    named = areas(reading)
    if reading.has("feel", "wish") or not (named or reading.has("body")):
        return False  # "stiff ankles" want a move
    ask_where(chat, GuidePosition(card_id, day=date_of(day)), Pain(named, elsewhere=not named))
    return True


def _ask_how(chat: Conversation, card: Card, area: int | None, day: date | None) -> None:
    at = views.ELSEWHERE if area is None else str(area)
    before, _, _, kind = [*open_questions.hurting(chat), "", "", "", ""][:4]
    if kind and before == card.id:
        _answer(chat, card, day, area, kind)
        return
    open_questions.hurts(chat, card.id, day.isoformat() if day else "", at)
    chat.show(views.how(chat.wording, card, area, day))


def how(chat: Conversation) -> None:
    number, *_ = chat.args(3)
    card, day = _about(chat)
    _ask_how(chat, card, _area(card, number), day)


def answered(chat: Conversation) -> None:
    """As a pain message for that area: the screen first, then the traffic light."""
    number, kind, *_ = chat.args(4)
    card, day = _about(chat)
    at = _area(card, number)
    if kind not in AMOUNTS:
        raise StaleTap(kind)
    _answer(chat, card, day, at, kind)


def _answer(chat: Conversation, card: Card, day: date | None, at: int | None, kind: str) -> None:
    area = None if at is None else card.areas[at]
    open_questions.hurts(chat)
    aches = area if light(AMOUNTS[kind]) is Light.EASE else None
    skip.noted(chat, card, SkipReason.HURTS, aches=aches)
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)
    if _flagged(chat, kind, area):
        summary.end_here(chat, day or chat.day, asking=False)
        chat.say(danger(chat.wording, chat.meaning, care.note_flag(chat)), label="danger")
        return
    care.note_soreness(chat, AMOUNTS[kind], DURING, Place.SPOT)
    asked = light(AMOUNTS[kind])
    if asked is Light.STOP:
        summary.end_here(chat, day or chat.day, asking=False)
        session.think_again(chat)
        chat.say(views.stopped(chat.wording))
    elif asked is Light.EASE:
        chat.toast("area_rests")
        skip.leave_behind(chat, _too_much(chat, card, area), day)
    else:
        chat.toast("card_rests")
        skip.instead(chat, card, day)


def _flagged(chat: Conversation, kind: str, area: Area | None) -> bool:
    """Would the same, told in words, be a red flag? Then it is one."""
    named = chat.wording.words["areas"][area or ELSEWHERE]
    told = chat.wording.words["pains"][kind].format(area=named)
    meaning = understood(chat, told)[0]
    if meaning.intent is not Intent.DANGER:
        return False
    areas = meaning.areas or ((area,) if area else ())
    chat.meaning, chat.text = replace(meaning, areas=areas), told
    return True


def _too_much(chat: Conversation, card: Card, area: Area | None) -> list[Card]:
    """What of today's session works there too, or is strength: a sore day has none."""
    offer = session.current(chat)
    cards = [card_of(chat, each) for each in (offer.cards if offer else ())]
    strong = [each for each in cards if each.kind is Kind.STRENGTHEN]
    return [card, *(each for each in cards if area in each.areas and each != card), *strong]


def _about(chat: Conversation) -> tuple[Card, date | None]:
    """Every button here ends with the card and the day."""
    parts = chat.args()
    if len(parts) < 2:  # noqa: PLR2004
        raise StaleTap
    return card_of(chat, parts[-2]), date_of(parts[-1])


def _area(card: Card, number: str) -> int | None:
    """Which of the card's areas; None for a place that is none of them."""
    if number in PLACES_ELSEWHERE:
        return None
    if not number.isdigit() or int(number) >= len(card.areas):
        raise StaleTap(number)
    return int(number)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(where), r"^leave:hurts:"),
    CallbackQueryHandler(handle(how), r"^hurt:"),
    CallbackQueryHandler(handle(answered), r"^pain:"),
]
