"""Product 47: what can be stopped is decided kind by kind, and what keeps an account safe cannot be."""

import pytest

from factories import member
from mail import topics
from mail.models import DIGEST, OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from mail.outgoing.message import build_message
from mail.outgoing.render import FILES, render_part
from mail.services import post_mail
from mail.tests.conftest import written
from mail.tests.test_templates import KINDS, context, links
from mail.topics import TOPICS, topic_of

# These always come: who stopped them could miss that somebody else is in their account, or a day that
# does not come again. A new kind stands here or has a topic; it is for people to decide which.
ALWAYS = {
    "account/account_already_exists",
    "account/email_changed",
    "account/email_confirmation",
    "account/email_confirmation_signup",
    "account/email_deleted",
    "account/login_code",
    "account/password_changed",
    "account/password_reset",
    "account/password_reset_key",
    "account/password_set",
    "account/unknown_account",
    "conduct/case_answered",
    "conduct/case_waits",
    "privacy/account_closed",
    "privacy/archive_goes",
    "privacy/closing_begun",
    "privacy/disclosed",
    "privacy/partner_leaves",
    "privacy/partner_stays",
    DIGEST,  # as long as something is in it that is wanted
    "profiles/account_restored",
    "profiles/account_suspended",
    "profiles/profile_hidden",
    "profiles/profile_shown",
    "reminders/profile_rests",
    "reminders/still_willing",
    "reminders/still_with_us",
}
STOPPABLE = [kind for kind in KINDS if topic_of(kind)]


def test_every_kind_of_mail_has_a_topic_or_always_comes():
    """A new kind fails here until somebody has decided."""
    assert set(KINDS) - set(STOPPABLE) == ALWAYS


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(ALWAYS - {DIGEST}))
def test_what_always_comes_has_no_stop_and_knows_none(kind, server):
    amina = member()
    for topic in (*TOPICS, kind.partition("/")[0]):
        Unsubscribe.objects.create(member=amina, topic=topic)
    letter = post_mail(kind, to=amina, context=context(kind), occasion="a")

    assert "List-Unsubscribe" not in build_message(letter).message()
    assert "/mail/stop/" not in letter.text + letter.html
    assert outbox.drain() == 1


@pytest.mark.django_db
def test_a_mail_to_a_bare_address_has_no_stop():
    kind = "mentorships/invited"
    letter = post_mail(kind, address="x@y.example", context=context(kind), occasion="a")

    assert "List-Unsubscribe" not in build_message(letter).message()
    assert "/mail/stop/" not in letter.text + letter.html


@pytest.mark.parametrize("kind", STOPPABLE)
def test_the_last_line_adds_one_link_to_each_body(kind):
    stop = {"link": topics.unsubscribe_link(7, topic_of(kind)), "words": topic_of(kind).stop}
    without = {part: render_part(kind, part, context(kind)) for part in FILES}
    parts = {part: render_part(kind, part, context(kind, stop=stop)) for part in FILES}

    assert parts["subject"] == without["subject"]
    for part in ("text", "html"):
        assert links(parts[part]) - links(without[part]) == {stop["link"]}
        assert str(stop["words"]) in parts[part].replace(without[part], "")
    assert "\n\n\n" not in parts["text"]
    assert parts["html"].count("<style") == 1


@pytest.mark.django_db
def test_a_letter_written_before_there_were_topics_is_sent(server):
    [letter] = written()
    OutgoingMail.objects.filter(pk=letter.pk).update(kind="profiles", to=None)

    assert outbox.drain() == 1
