"""Product 20, 46, P29: the right person, once, in their language, and none of the words."""

import pytest

from factories import member, mentor, request
from mail.models import OutgoingMail
from matching import services

pytestmark = pytest.mark.django_db
SECRETS = ("zebrafish", "marmalade", "quicksilver", "featherweight")


@pytest.fixture
def french():
    return member(name="Léa Martin", language="fr", time_zone="Pacific/Auckland")


@pytest.fixture
def spanish():
    return mentor(name="Alma Ruiz", language="es").member


@pytest.fixture
def whole_story(french, spanish):
    """Everything that is ever mailed about requests, with words in all of it."""
    mentor_request = request(french, spanish, message=SECRETS[0], hopes=SECRETS[1])
    services.send_message(mentor_request, by=spanish, text=SECRETS[2])
    services.send_message(mentor_request, by=french, text=SECRETS[2])
    services.decline_request(mentor_request, text=SECRETS[3])
    services.withdraw_request(request(french, spanish, message=SECRETS[0]))
    services.accept_request(request(french, spanish, message=SECRETS[0]))
    return OutgoingMail.objects.all()


def test_no_mail_holds_a_word_of_what_was_written(whole_story):
    everything = "".join(mail.subject + mail.text + mail.html for mail in whole_story)

    assert len(everything) > 5000
    assert not [secret for secret in SECRETS if secret in everything]


def test_each_mail_goes_to_one_of_the_two_once(whole_story, french, spanish):
    got = {person: [] for person in (french.pk, spanish.pk)}
    for mail in whole_story.order_by("pk"):
        got[mail.to_id].append(mail.kind.removeprefix("matching/request_"))

    assert got[spanish.pk] == ["received", "talked", "received", "withdrawn", "received", "accepted"]
    assert got[french.pk] == ["sent", "talked", "declined", "sent", "sent", "accepted"]


def test_each_mail_is_written_in_the_language_of_its_reader(french, spanish):
    mentor_request = request(french, spanish)
    mentor_request.refresh_from_db()

    html = {mail.to_id: mail.html for mail in OutgoingMail.objects.all()}

    assert 'lang="fr"' in html[french.pk]
    assert 'lang="es"' in html[spanish.pk]


def test_a_date_is_the_date_where_the_reader_is(french, spanish):
    import zoneinfo

    from django.utils import translation
    from django.utils.formats import date_format

    mentor_request = request(french, spanish)

    with translation.override("fr"):
        there = mentor_request.expires_at.astimezone(zoneinfo.ZoneInfo("Pacific/Auckland"))
        assert date_format(there, "j F") in OutgoingMail.objects.get(to=french).text
