"""Other languages: which one it is, what is known of it, and what is never taken for it."""

import pytest

from content.intents.meaning import Intent
from tests.unit.content.test_understand import meanings

LOGGED = (Intent.DONE, Intent.PARTIAL)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("he terminado por hoy", "es"),
        ("ich habe steife Hüften", "de"),
        ("j'ai les fesses tendues", "fr"),
        ("minha coxa esta travada hoje", "pt"),
        ("ho i glutei rigidi oggi", "it"),
        ("у меня болит бедро", "ru"),
        ("ik heb een stijve heup", "nl"),
        ("mam sztywne biodra", "pl"),
        ("bugun kalcam gergin", "tr"),
        ("mera kulha jakad gaya", "hi"),
        ("我的髋部很紧", "zh"),
        ("おはようございます", "ja"),
        ("고관절이 뻣뻣해요", "ko"),
        ("صباح الخير", "ar"),
        ("was it logged", None),
        ("as easy as that", None),
        ("do i die if i skip", None),
        ("my hip is stiff, danke", None),
        ("naïve question: what's a café stretch", None),
    ],
)
def test_the_language_is_told(text: str, language: str | None):
    assert meanings(text)[0].language == language


@pytest.mark.parametrize(
    "text",
    [
        "he terminado",
        "fertig für heute",
        "c'est fait",
        "terminei tudo",
        "ho finito",
        "я сделал",
        "klaar",
        "gotowe",
        "yaptım",
        "kar liya",
    ],
)
def test_done_is_understood_in_each(text: str):
    assert meanings(text)[0].intent is Intent.DONE


@pytest.mark.parametrize(
    "text",
    [
        "no he terminado",
        "noch nicht fertig",
        "pas encore fait",
        "ainda não terminei",
        "non ho finito",
        "еще не сделал",
        "nog niet klaar",
        "nie zrobione",
    ],
)
def test_a_not_is_understood_in_each(text: str):
    assert not {each.intent for each in meanings(text)} & set(LOGGED)


@pytest.mark.parametrize(
    "text",
    [
        "me duele mucho el pecho",
        "ich bekomme keine luft",
        "j'ai une douleur dans la poitrine",
        "tenho uma dor no peito",
        "dolore al petto da ieri",
        "болит в груди",
        "ik heb pijn in de borst",
        "bol w klatce piersiowej",
        "gogsum agriyor",
        "seenay mein dard hai",
    ],
)
def test_a_red_flag_refers_in_each(text: str):
    assert meanings(text)[0].intent is Intent.DANGER
