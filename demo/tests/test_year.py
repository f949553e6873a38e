"""The demonstration of a year: a small one, told twice."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

import factories
from coordination.to_do import waiting_lines
from demo import people
from demo.year import beginning, telling
from demo.year.programme import DOMAIN
from feedback.models import Feedback
from figures.models import Publication, PublishedNumber
from mail.models import OutgoingMail
from matching.assignment.waiting import waiting
from matching.models import MentorRequest
from meetings.models import Meeting
from mentorships.models import Mentorship
from profiles.models import Member, MentorProfile

pytestmark = pytest.mark.django_db
SMALL = {"members": 40, "months": 3, "seed": 7}


@pytest.fixture(autouse=True)
def only_who_signs_in(monkeypatch):
    """The forty mentors and the pair of the small demonstration have tests of their own."""
    monkeypatch.setattr(people, "load_file", lambda *_args, **_options: None)
    monkeypatch.setattr(people.history, "write", lambda *_two: None)


def story():
    """What was told, by dates and addresses: numbers and codes of rows differ from time to time."""
    two = ("mentor__email", "mentee__email")
    return [
        list(
            Member.objects.filter(email__endswith=f"@{DOMAIN}")
            .order_by("email")
            .values_list("email", "name", "joined_at", "left_at")
        ),
        _by_dates(MentorRequest, "sent_at", *two, "status", "sent_at", "decided_at"),
        _by_dates(Mentorship, "began_at", *two, "status", "began_at", "ended_at"),
        list(Meeting.objects.order_by("starts_at", "pk").values_list("status", "starts_at", "means")),
        list(Feedback.objects.order_by("given_at", "pk").values_list("author__email", "given_at")),
    ]


def _by_dates(model, order, *fields):
    """Whoever has left has an address with a random code in it."""
    rows = model.objects.order_by(order, "pk").values_list(*fields)
    return [["closed" if str(value).startswith("closed-") else value for value in values] for values in rows]


def told(**more):
    """A month that is told, looked at and forgotten; and the lines that were said."""
    lines = []
    with transaction.atomic():
        beginning.fill(**SMALL | {"members": 15, "months": 1} | more, say=lines.append)
        found = story()
        transaction.set_rollback(True)
    return found, lines


@pytest.mark.any_database  # on PostgreSQL two tellings still differ in a few late steps
def test_the_same_seed_tells_the_same_year_and_another_one_another(monkeypatch):
    first = told()

    assert told() == first
    monkeypatch.setattr(telling, "SWEEPS", {})  # whoever joins is another already
    assert told(seed=8)[0][0] != first[0][0]


def test_a_year_is_whole():
    began = timezone.now()
    beginning.fill(**SMALL, say=lambda _line: None)

    there = Member.objects.filter(email__endswith=f"@{DOMAIN}").count()
    assert there + Member.objects.exclude(left_at=None).count() == SMALL["members"]
    assert not OutgoingMail.objects.waiting().exists()
    assert OutgoingMail.objects.exists()
    assert Publication.objects.count() == SMALL["months"]
    assert PublishedNumber.objects.filter(value__gt=0).exists()
    statuses = set(MentorRequest.objects.values_list("status", flat=True))
    assert {"accepted", "declined"} <= statuses
    for profile in MentorProfile.objects.select_related("member"):
        profile.full_clean()
        profile.member.full_clean(exclude=["password", "photo"])
    for letter in Feedback.objects.select_related("mentorship"):
        assert letter.letter
    coordinator = Member.objects.get(email="coordinator@demo.example")
    assert waiting_lines(coordinator, began)
    assert waiting().count() >= 3  # for a proposal to try


def test_a_second_time_says_that_it_is_there(capsys, monkeypatch):
    monkeypatch.setattr(beginning, "MONTHS", 1)
    call_command("demo", year=True, members=10)
    before = story()
    capsys.readouterr()
    call_command("demo", year=True, members=10)

    assert "there already" in capsys.readouterr().out
    assert story() == before


def test_interrupted_nothing_is_told(monkeypatch):
    def interrupted(_programme, _say):
        raise KeyboardInterrupt

    monkeypatch.setattr(telling, "_month_is_over", interrupted)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        beginning.fill(**SMALL)

    assert not Member.objects.exists()
    assert timezone.now().year >= 2026


def test_refused_outside_the_demonstration(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("demo", year=True)
    assert not Member.objects.exists()


def test_refused_where_real_members_are():
    factories.member()

    with pytest.raises(CommandError, match="not of the demonstration"):
        call_command("demo", year=True)
    assert Member.objects.count() == 1


@pytest.mark.parametrize("members", (0, 9, 3001))
def test_refused_with_an_odd_number(members):
    with pytest.raises(CommandError, match="from 10 to 3000"):
        call_command("demo", year=True, members=members)
    assert not Member.objects.exists()
