"""Product 49, 54: coordinators write programmes; a programme's coordinator those that name them; each sees what was said."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.utils import timezone

import factories
from coordination.groups import role_group
from mentoring.lib.registry.roles import Role
from mentorships.models import Mentorship
from profiles.models import AccessLogEntry
from programmes.models import Milestone, PairedBy, Programme, Sees, TrainingPage, VisibleEnrolment
from programmes.tests.conftest import paired
from testing.programmes import enrol, make, milestone

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = "/admin/programmes/programme/"
NO_PARTS = {
    f"{name}-{field}": value
    for name in ("milestones", "pages")
    for field, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}.items()
}


def at(programme, path="change/"):
    return f"{LIST}{programme.pk}/{path}"


def typed(**fields):
    """What a coordinator types for a programme that is right."""
    today = timezone.localdate()
    given = {
        "name": "Autumn",
        "kind": "programme",
        "summary": "Ten weeks.",
        "commitment": "An hour a week",
        "who": "Everyone.",
        "sign_up_from": today,
        "sign_up_until": today + timedelta(days=9),
        "starts_on": today,
        "ends_on": today + timedelta(days=70),
        "paired_by": "choice",
        "sees": 2,
    }
    return NO_PARTS | given | fields


@pytest.fixture
def staff(coordinator, client, staff_site):
    client.force_login(coordinator)
    return client


@pytest.fixture
def theirs(client, staff_site):
    """Signed in: the coordinator of one programme, which names them."""
    member = factories.member(name="Pro Gramme", is_staff=True)
    role_group(Role.PROGRAMME).user_set.add(member)
    programme = make(name="Theirs")
    programme.coordinators.add(member)
    client.force_login(member)
    return programme


def errors(answer):
    return str(answer.context["adminform"].form.errors) if answer.context else ""


def test_a_programme_is_written_with_its_parts_and_published(staff, coordinator):
    later = timezone.localdate() + timedelta(days=3)
    parts = {
        "milestones-TOTAL_FORMS": 1,
        "milestones-0-kind": "activity",
        "milestones-0-title": "Kick-off",
        "milestones-0-minutes": 60,
        "milestones-0-due_on": later,
        "pages-TOTAL_FORMS": 1,
        "pages-0-position": 1,
        "pages-0-title": "Read",
        "pages-0-text": "me",
    }
    answer = staff.post(f"{LIST}add/", typed(**parts))

    assert answer.status_code == 302, errors(answer)
    programme = Programme.objects.get()
    assert (Milestone.objects.get().due_on, TrainingPage.objects.get().text) == (later, "me")
    assert not programme.published_at
    assert staff.post(at(programme, "publish/")).status_code == 302
    programme.refresh_from_db()
    assert programme.published_at
    page = staff.get(at(programme)).content.decode()
    assert f'href="http://127.0.0.1:8000/programmes/{programme.code}/"' in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"ends_on": -1}, "The last day is before the first."),
        ({"ends_on": ""}, "Enter the last day."),
        ({"sign_up_until": -3, "sign_up_from": -9}, "This day is in the past"),
        ({"sign_up_from": 20}, "The last day to sign up is before the first."),
        ({"sign_up_until": 90}, "Sign-up has to close before"),
        ({"ends_on": 5000}, "five years at most"),
        ({"kind": "qualification"}, "Enter the qualification"),
        ({"kind": "qualification", "weeks": 5, "qualification": "MCLIP"}, "Enter either the last day"),
        ({"weeks": 5}, "Only a programme for a qualification"),
        ({"paired_by": "proposals", "sees": 0}, "coordinators have to see who takes part"),
        ({"name": "x" * 201}, "200"),
        ({"who": ""}, "required"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(wrong, said, staff):
    today = timezone.localdate()
    dates = {
        name: today + timedelta(days=value)
        if isinstance(value, int) and name not in ("weeks", "sees")
        else value
        for name, value in wrong.items()
    }
    answer = staff.post(f"{LIST}add/", typed(**dates))

    assert answer.status_code == 200 and said in errors(answer)
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({"due_on": -1}, "This day is in the past."),
        ({"due_on": 1, "starts_at_0": 1, "starts_at_1": "10:00"}, "not both"),
        ({"starts_at_0": -1, "starts_at_1": "10:00"}, "This time is in the past."),
    ],
)
def test_a_milestone_lies_ahead_and_has_one_date(when, said, staff):
    today = timezone.localdate()
    dates = {
        f"milestones-0-{name}": today + timedelta(days=value) if isinstance(value, int) else value
        for name, value in when.items()
    }
    parts = {"milestones-TOTAL_FORMS": 1, "milestones-0-kind": "activity", "milestones-0-title": "Kick-off"}
    answer = staff.post(f"{LIST}add/", typed(**parts, **dates, **{"milestones-0-minutes": 60}))

    assert answer.status_code == 200 and said in answer.content.decode()


def test_a_past_milestone_does_not_hinder_a_later_change(staff):
    programme = make()
    past = milestone(programme, starts_at=None, due_on=timezone.localdate() - timedelta(days=1))
    row = {
        "milestones-TOTAL_FORMS": 1,
        "milestones-INITIAL_FORMS": 1,
        "milestones-0-id": past.pk,
        "milestones-0-programme": programme.pk,
        "milestones-0-kind": "activity",
        "milestones-0-title": "Kick-off!",
        "milestones-0-minutes": 60,
        "milestones-0-due_on": past.due_on,
    }
    answer = staff.post(at(programme), typed(**row))

    assert answer.status_code == 302, answer.content.decode()[:2000]
    past.refresh_from_db()
    assert (past.title, past.sequence) == ("Kick-off!", 1)


def test_once_published_its_kind_and_its_way_of_pairing_stay(staff):
    programme = make(paired_by=PairedBy.CHOICE)
    staff.post(at(programme), typed(paired_by="proposals", kind="qualification", qualification="X"))

    programme.refresh_from_db()
    assert (programme.kind, programme.paired_by, programme.name) == ("programme", "choice", "Autumn")


def test_changing_what_is_seen_says_what_follows(staff, mentee):
    programme = make(sees=Sees.MEMBERS)
    enrol(programme, mentee)
    more = staff.post(at(programme), typed(sees=3), follow=True).content.decode()
    assert "For those who have joined, nothing changes." in more
    less = staff.post(at(programme), typed(sees=0), follow=True).content.decode()

    assert "Coordinators see less from now on, of everyone." in less
    assert not VisibleEnrolment.objects.exists()


def test_a_closed_sign_up_is_not_published(staff):
    yesterday = timezone.localdate() - timedelta(days=1)
    programme = make(published_at=None, sign_up_until=yesterday)
    staff.post(at(programme, "publish/"))

    programme.refresh_from_db()
    assert programme.published_at is None


@pytest.fixture
def pairs(mentor, mentee):
    """{level: programme}: the two are paired in each. Ask for it before `staff`, which has no key to write with."""
    programmes = {sees: make(sees=sees) for sees in (Sees.NUMBERS, Sees.PAIRS)}
    paired(programmes[Sees.NUMBERS], mentee, mentor)
    factories.mentorship_services.end(Mentorship.objects.get(), by=mentee)
    paired(programmes[Sees.PAIRS], mentee, mentor)
    return programmes


def test_numbers_only_shows_nobody(pairs, staff, mentor, mentee):
    programme = pairs[Sees.NUMBERS]
    page = staff.get(at(programme, "people/")).content.decode()

    assert "This programme shows numbers only." in page
    assert mentor.name not in page and mentee.name not in page
    assert not AccessLogEntry.objects.exists()


def test_each_look_at_people_is_logged_for_those_it_shows(pairs, staff, mentor, mentee):
    programme = pairs[Sees.PAIRS]
    page = staff.get(at(programme, "people/")).content.decode()

    assert mentor.name in page and mentee.name in page
    assert set(AccessLogEntry.objects.values_list("member", "what")) == {
        (mentor.pk, "programme"),
        (mentee.pk, "programme"),
    }


def test_a_programmes_coordinator_sees_and_changes_theirs_alone(theirs, client):
    other = make(name="Of others")
    page = client.get(LIST).content.decode()
    assert "Theirs" in page and "Of others" not in page
    assert client.post(at(theirs), typed(name="Mine")).status_code == 302
    for path in ("change/", "people/", "names/", "history/"):
        answer = client.get(at(other, path))
        assert answer.status_code in (302, 403, 404), path
        assert "Of others" not in answer.content.decode()
    for path in ("change/", "publish/", "names/find/", "names/send/", "names/1/remove/"):
        assert client.post(at(other, path), typed(name="Stolen")).status_code in (302, 403, 404)
    other.refresh_from_db()
    theirs.refresh_from_db()
    assert (theirs.name, other.name) == ("Mine", "Of others")


def test_a_programmes_coordinator_has_no_right_to_another_row(theirs, rf):
    """Whatever asks for the right to one row, and not for a list."""
    request, programmes = rf.get("/"), admin.site._registry[Programme]
    request.user = theirs.coordinators.get()
    other = make(name="Of others")

    for has_right in (programmes.has_view_permission, programmes.has_change_permission):
        assert has_right(request, theirs) and not has_right(request, other)


def test_a_programmes_coordinator_makes_none_and_names_nobody(theirs, client):
    another = factories.member(is_staff=True)
    role_group(Role.PROGRAMME).user_set.add(another)
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}add/", typed()).status_code == 403
    client.post(at(theirs), typed(coordinators=[another.pk]))

    assert list(theirs.coordinators.values_list("name", flat=True)) == ["Pro Gramme"]


@pytest.mark.parametrize("path", ["/admin/profiles/member/", "/admin/conduct/case/", "/admin/matching/wish/"])
def test_a_programmes_coordinator_opens_nothing_else(path, theirs, client):
    assert client.get(path).status_code == 403


def test_the_help_desk_opens_no_programme(client, staff_site):
    member = factories.member(is_staff=True)
    role_group(Role.HELP_DESK).user_set.add(member)
    client.force_login(member)
    programme = make()

    for path in ("", f"{programme.pk}/change/", f"{programme.pk}/people/", f"{programme.pk}/names/"):
        assert client.get(f"{LIST}{path}").status_code == 403


@pytest.mark.parametrize("path", ["people/", "names/"])
def test_a_page_takes_as_many_statements_for_fifty_rows_as_for_one(path, statements, staff):
    programme = make(paired_by=PairedBy.PROPOSALS, sees=Sees.MEMBERS)
    enrol(programme, factories.member())
    once = statements(staff, at(programme, path))
    for _one in range(20):
        enrol(programme, factories.member())

    assert statements(staff, at(programme, path)) == once
