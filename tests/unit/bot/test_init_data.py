"""Who opened the page: what Telegram did not sign for us, just now, opens nothing."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.page.init_data import LONGEST, NotSigned, signature, user_of
from bot.playground.fake_telegram.rules.mini_apps import init_data

NOW = datetime(2026, 11, 16, 7, tzinfo=UTC)
TOKEN = "1:TEST"
GOOD = init_data(TOKEN, {"id": 5, "first_name": "Zoë & co"}, NOW)
FIELDS = dict(parse_qsl(GOOD))


def signed(**fields: str) -> str:
    """As Telegram would sign these fields."""
    return urlencode({**fields, "hash": signature(fields, TOKEN)})


def test_who_opened_it_is_told_by_telegram():
    assert user_of(GOOD, TOKEN, NOW) == 5


def test_the_signature_is_that_of_telegrams_manual():
    """Counted with openssl: HMAC-SHA256 of the lines, its key that of the token by WebAppData."""
    expected = "be3fa5af97c3ac429a9aa7a572eb0c5ca1972c6a1d0e6c448e073cdd513af7fa"
    assert signature({"user": '{"id":5}', "auth_date": "1", "signature": "x"}, TOKEN) == expected


@pytest.mark.parametrize("after", [timedelta(0), timedelta(hours=24), timedelta(minutes=-1)])
def test_a_day_long_it_is_fresh(after: timedelta):
    assert user_of(GOOD, TOKEN, NOW + after) == 5


@pytest.mark.parametrize("after", [timedelta(hours=24, seconds=1), timedelta(minutes=-2)])
def test_then_it_is_stale_and_before_it_is_from_the_future(after: timedelta):
    with pytest.raises(NotSigned, match="too long ago, or in the future"):
        user_of(GOOD, TOKEN, NOW + after)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "user",
        "hash=",
        "%ff=%ff",
        "é=é&hash=é",
        f"{GOOD}&user=%7B%22id%22%3A6%7D",
        f"{GOOD}&hash={FIELDS['hash']}",
        f"{GOOD}&more=1",
        GOOD.replace("hash=", "hash=0"),
        GOOD.upper(),
        GOOD + "&" + "x=1&" * LONGEST,
        urlencode({name: FIELDS[name] for name in FIELDS if name != "signature"}),
        urlencode({name: FIELDS[name] for name in FIELDS if name != "hash"}),
        signed(auth_date="soon", user='{"id":5}'),
        signed(auth_date="9" * 30, user='{"id":5}'),
        signed(user='{"id":5}'),
        *(
            signed(auth_date=FIELDS["auth_date"], user=user)
            for user in ("", "5", "[]", "{}", '{"id":"5"}', '{"id":true}', "[" * 3000)
        ),
    ],
)
def test_anything_else_is_nobody(raw: str):
    with pytest.raises(NotSigned):
        user_of(raw, TOKEN, NOW)


def test_a_foreign_bots_word_is_nothing_here():
    with pytest.raises(NotSigned, match="not ours"):
        user_of(init_data("2:OTHER", {"id": 5}, NOW), TOKEN, NOW)


@given(st.sampled_from(sorted(FIELDS)), st.text(max_size=20))
def test_no_field_can_be_changed(name: str, value: str):
    if value == FIELDS[name]:
        return
    with pytest.raises(NotSigned):
        user_of(urlencode({**FIELDS, name: value}, errors="replace"), TOKEN, NOW)


@given(st.text(max_size=60))
def test_no_text_is_a_fault(raw: str):
    with pytest.raises(NotSigned):
        user_of(raw, TOKEN, NOW)
