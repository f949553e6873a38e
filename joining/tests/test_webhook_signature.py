"""Who may tell us something: signatures in the shape of Standard Webhooks, secrets, the window against replays."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from joining.models import MembershipEvent
from joining.tests.webhooks import AMINA, KEY, SECRET, post_event, signature
from joining.webhook.signature import BadSignature, verify
from mentoring.lib import env

# The example that the specification publishes.
PUBLISHED = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
PUBLISHED_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = b'{"test": 2432232314}'
THEN = datetime.fromtimestamp(1614265330, UTC)
OTHER = b"another key of thirty-two bytes."


@pytest.fixture
def keys(monkeypatch):
    """keys(text): the keys of a secret as the environment gives it."""

    def read(text):
        monkeypatch.setenv("MEMBERSHIP_WEBHOOK_SECRET", text)
        return env.webhook_secrets("MEMBERSHIP_WEBHOOK_SECRET")

    return read


def test_the_published_example_is_valid(keys):
    assert verify(PUBLISHED, BODY, keys(PUBLISHED_SECRET), THEN) == (PUBLISHED["webhook-id"], THEN)


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-id": "msg_other"},
        {"webhook-timestamp": "1614265331"},
        {"webhook-signature": "v1,AAAA"},
        {"webhook-signature": ""},
        {"webhook-signature": "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
        {"webhook-signature": "v1,g0hM9SsE\u2028é"},
        {"webhook-id": ""},
        {"webhook-id": "x" * 129},
        {"webhook-timestamp": ""},
        {"webhook-timestamp": "٣"},
        {"webhook-timestamp": "1614265330.5"},
        {"webhook-timestamp": "9" * 400},
    ],
)
def test_what_was_changed_on_the_way_is_refused(change, keys):
    with pytest.raises(BadSignature):
        verify(PUBLISHED | change, BODY, keys(PUBLISHED_SECRET), THEN)


def test_another_body_is_refused(keys):
    with pytest.raises(BadSignature):
        verify(PUBLISHED, BODY + b" ", keys(PUBLISHED_SECRET), THEN)


@pytest.mark.parametrize("minutes, good", [(-5, True), (5, True), (-5.1, False), (5.1, False)])
def test_the_window_is_five_minutes_either_way(minutes, good, keys):
    now = THEN + timedelta(minutes=minutes)
    if good:
        assert verify(PUBLISHED, BODY, keys(PUBLISHED_SECRET), now)
    else:
        with pytest.raises(BadSignature, match="five minutes"):
            verify(PUBLISHED, BODY, keys(PUBLISHED_SECRET), now)


def test_while_a_secret_is_changed_both_are_valid(keys):
    both = keys(f"{SECRET},{PUBLISHED_SECRET}")
    assert verify(PUBLISHED, BODY, both, THEN)

    signed = f"{signature('m', 1614265330, BODY, OTHER)} {signature('m', 1614265330, BODY)}"
    assert verify(PUBLISHED | {"webhook-id": "m", "webhook-signature": signed}, BODY, both, THEN)


@pytest.mark.parametrize("text", ["secret" * 9, "whsec_c2hvcnQ=", "whsec_%%%", f"{SECRET},x"])
def test_a_secret_that_cannot_be_meant_stops_the_start_and_is_not_repeated(text, keys):
    with pytest.raises(env.OddSetting, match="MEMBERSHIP_WEBHOOK_SECRET: expected whsec_") as stopped:
        keys(text)
    assert text not in str(stopped.value)


def test_an_empty_secret_stops_the_start(keys):
    with pytest.raises(env.OddSetting):
        keys("whsec_")
    assert keys(" , ") == ()


def test_without_a_secret_there_is_no_such_page(client, settings, db):
    settings.MEMBERSHIP_WEBHOOK_SECRETS = ()

    assert post_event(client, "joined", AMINA).status_code == 404


@pytest.mark.parametrize(
    "how", [{"signed": "v1,AAAA"}, {"seconds": int(time.time()) - 400}, {"seconds": 10**10}]
)
def test_forged_replayed_and_future_ones_are_refused_and_leave_nothing(how, client, webhook, db):
    answer = post_event(client, "joined", AMINA, **how)

    assert answer.status_code == 401 and answer.json()["received"] is False
    assert not MembershipEvent.objects.exists()


def test_a_get_is_none_of_its_methods(client, webhook, db):
    assert client.get("/joining/webhook/").status_code == 405
    assert KEY.hex() not in str(client.get("/joining/webhook/").content)
