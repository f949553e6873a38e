"""Product 17, 49: somebody leaves, or it ends, while the form to ask is open. What was typed is kept, and it is said."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.models import Block
from matching.models import MentorRequest
from privacy import account_closure
from profiles import moderation
from programmes.models import Enrolment, Programme
from programmes.services.joining import leave
from testing.pages import main_text
from testing.programmes import enrol, make

pytestmark = pytest.mark.django_db
WORDS = {"focus": "confidence", "message": "Would you look at my portfolio?", "hopes": ""}


@pytest.fixture
def both(programme, mentor, mentee):
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    return f"{programme.get_absolute_url()}mentors/{mentor.code}/"


def over(programme, mentor, mentee):
    yesterday = timezone.localdate() - timedelta(days=1)
    dates = {"starts_on": yesterday, "ends_on": yesterday, "last_day": yesterday}
    Programme.objects.filter(pk=programme.pk).update(**dates)
    Enrolment.objects.update(state="over")


MEANWHILE = {
    "the mentor leaves": lambda programme, mentor, mentee: leave(programme, mentor),
    "the mentee leaves": lambda programme, mentor, mentee: leave(programme, mentee),
    "the mentor blocks": lambda programme, mentor, mentee: Block.objects.create(by=mentor, whom=mentee),
    "the mentor is suspended": lambda programme, mentor, mentee: moderation.suspend(mentor),
    "the mentor is set to leave": lambda programme, mentor, mentee: account_closure.request_closure(
        mentor, leave_words=False
    ),
    "it is over": over,
}


@pytest.mark.parametrize("meanwhile", MEANWHILE)
def test_what_was_typed_is_shown_again_kept_and_found(meanwhile, programme, both, mentor, mentee, as_):
    client = as_(mentee)
    assert client.get(both).status_code == 200
    MEANWHILE[meanwhile](programme, mentor, mentee)
    answer = client.post(both, WORDS)

    assert answer.status_code == 200
    assert WORDS["message"] in answer.content.decode()
    assert "We’ve saved what you wrote as a draft" in main_text(answer)
    assert MentorRequest.objects.get().status == "draft"
    again = client.get(both)
    assert WORDS["message"] in again.content.decode() and "You can keep your draft here" in main_text(again)
    assert client.post(f"{both}draft/", WORDS | {"message": "Later."}).status_code == 204


def test_a_block_reads_like_somebody_who_has_left(programme, both, mentor, mentee, as_):
    as_(mentee).post(both, WORDS | {"save": "1"}, follow=True)
    Block.objects.create(by=mentor, whom=mentee)
    blocked = main_text(as_(mentee).get(both))
    Block.objects.all().delete()
    leave(programme, mentor)

    assert main_text(as_(mentee).get(both)) == blocked
    Block.objects.create(by=mentee, whom=mentor)
    assert as_(mentee).get(both).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "another mentor", "mentee of another"])
def test_whoever_was_never_in_it_writes_to_nobody(who, programme, both, mentor, stranger, as_):
    if who == "another mentor":
        enrol(make(), mentor, part="mentor")
        both = f"{make().get_absolute_url()}mentors/{mentor.code}/"
    elif who == "mentee of another":
        enrol(make(), stranger)

    for answer in (as_(stranger).post(both, WORDS), as_(stranger).get(both)):
        assert answer.status_code in (403, 404)
    assert not MentorRequest.objects.exists()
