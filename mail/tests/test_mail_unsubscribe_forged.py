"""P28: what was not signed for this very purpose is not there, and stops nothing."""

import random

import pytest
from django.core import signing

from mail import topics
from mail.models import Unsubscribe
from mail.topics import TOPICS
from mentoring.sessions import signed
from mentoring.tests.answers import seen
from testing.unsubscribing import bare, path_of

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def forged(number):
    """Tokens that somebody might try, none of them made for this."""
    value = f"{number}.feedback"
    good = topics.unsubscribe_token(number, TOPICS.get("feedback"))
    return {
        "another salt": signing.Signer(salt="letters.start", sep=".").sign(value),
        "no salt": signing.Signer(sep=".").sign(value),
        "another key": signing.Signer(key="k" * 50, salt=topics.SALT, sep=".").sign(value),
        "a session": signed(value).replace(":", "."),
        "with a date": signing.TimestampSigner(salt=topics.SALT, sep=".").sign(value),
        "another's": good.replace(f"{number}.", f"{number + 1}."),
        "another topic": good.replace("feedback", "meetings"),
        "a topic there is not": signing.Signer(salt=topics.SALT, sep=".").sign(f"{number}.news"),
        "unsigned": value,
        "a dot": ".",
        "not a letter": "\x00é.feedback.%",
    }


@pytest.mark.parametrize("kind", forged(1))
@pytest.mark.parametrize("method", ("get", "post", "head"))
def test_a_forged_token_is_not_there(kind, method, amina):
    """P28: cross-purpose tokens too, with the bytes of every other 404."""
    client = bare()
    answer = getattr(client, method)(f"/mail/stop/{forged(amina.pk)[kind]}/".replace("%", "%25"))

    assert answer.status_code == 404
    assert answer.content == getattr(client, method)("/nothing/here/").content
    assert not Unsubscribe.objects.exists()


def test_a_forged_token_looks_like_any_404_to_who_is_signed_in(amina, as_):
    client = as_(amina)

    assert seen(client.post("/mail/stop/1.feedback.x/")) == seen(client.post("/nothing/here/"))


def test_a_thousand_mutated_tokens_stop_nothing(amina):
    """P28: one character changed, dropped or doubled, or one more."""
    good, dice, client = path_of(amina.pk)[11:-1], random.Random(28), bare()
    tried = set()
    while len(tried) < 1000:
        place, step = dice.randrange(len(good)), dice.randrange(2)
        middle = dice.choice(["", good[place] * 2, *"abcxyzABCXYZ0123456789-_.~:"])
        tried.add(good[:place] + middle + good[place + step :])
        tried.discard(good)

    assert {client.post(f"/mail/stop/{token}/").status_code for token in tried} == {404}
    assert not Unsubscribe.objects.exists()


def test_a_link_that_the_worker_signed_opens_at_the_member_site(amina, settings):
    """Each process has a SECRET_KEY of its own; the key of these links they share."""
    settings.MAIL_KEY = "shared-by-all-three-processes-" * 2
    settings.SECRET_KEY = "of the worker" * 5
    path = path_of(amina.pk)
    settings.SECRET_KEY = "of the member site" * 5

    assert bare().get(path).status_code == 200
    settings.MAIL_KEY = "somebody-elses-" * 4
    assert bare().get(path).status_code == 404
