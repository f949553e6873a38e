"""What nobody needs any more goes, on a schedule members can read (product 62)."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.utils import timezone

import factories
from conduct import services as conduct_services
from conduct.models import CaseKey, CaseKind
from mail.models import OutgoingMail
from matching import services as matching_services
from matching.models import Bookmark
from mentoring.lib.registry.personal_data import RETENTION
from mentorships import services as mentorship_services
from mentorships.models import DataKey, Mentorship, OwnNote
from privacy import erasure_list, jobs, retention
from profiles.models import AccessedObject, AccessLogEntry, Member
from recognition.models import Certificate, TimeEntry
from testing.private_texts import cells, write_all
from worksheets.models import Answer


def later(days):
    return timezone.now() + timedelta(days=days)


def keep(days):
    return {str(what): count for what, count in retention.apply_retention(later(days)).items()}


def test_a_mail_forgets_whom_it_went_to(mentee, mentor):
    """After thirty days; the row stays, so that the same occasion is not written twice."""
    factories.request(mentee, mentor)
    OutgoingMail.objects.update(sent_at=timezone.now())
    keep(29)
    assert OutgoingMail.objects.filter(address=mentor.email).exists()

    keep(31)
    assert set(OutgoingMail.objects.values_list("address", "to", "subject")) == {("", None, "")}


def test_an_archive_nobody_opens_is_announced_then_shredded(mentor, mentee):
    """Both are told thirty days before."""
    pair = write_all(mentor, mentee)
    mentorship_services.end(pair, by=mentor)
    keep(729)
    assert Mentorship.objects.get().shred_on is None

    keep(731)
    told = OutgoingMail.objects.filter(kind="privacy/archive_goes")
    assert {letter.to_id for letter in told} == {mentor.pk, mentee.pk}
    keep(731 + 29)
    assert DataKey.objects.filter(scope=pair.code).exists()
    keep(731 + 31)
    assert not DataKey.objects.filter(scope=pair.code).exists()
    assert Mentorship.objects.get().shredded_at
    assert told.count() == 2
    assert str(pair.code) in erasure_list.codes()
    assert not any(
        cell.words
        for cell in cells()
        if cell.model not in (Bookmark, OwnNote, Answer, Certificate, TimeEntry)
    )


def test_reading_it_again_puts_it_off(as_, mentor, mentee):
    """Opened by one of the two: the two years begin again."""
    pair = factories.pair(mentor, mentee)
    mentorship_services.end(pair, by=mentor)
    keep(731)
    as_(mentee).get(f"{pair.get_absolute_url()}feedback/")

    pair.refresh_from_db()
    assert (pair.shred_on, pair.opened_on) == (None, timezone.now().date())


def test_a_running_mentorship_is_never_touched(mentor, mentee):
    """However old."""
    write_all(mentor, mentee)
    keep(5000)

    assert all(cell.words for cell in cells() if cell.model.__name__ == "Feedback")


def test_what_was_written_in_a_refused_request_goes_after_a_year(mentor, mentee):
    """The row stays, its words do not open."""
    request = factories.request(mentee, mentor)
    matching_services.decline_request(request, text="Sorry.")
    keep(364)
    assert DataKey.objects.filter(scope=request.code).count() == 2

    keep(366)
    assert not DataKey.objects.filter(scope=request.code).exists()


def test_a_closed_case_goes_after_two_years(mentee):
    """An open one stays."""
    cases = [
        conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text=f"Help {n}") for n in range(2)
    ]
    conduct_services.close_case(cases[0])
    keep(731)

    assert set(CaseKey.objects.values_list("scope", flat=True)) == {cases[1].code}


def test_sign_ups_never_confirmed_go_and_everybody_else_stays(mentor, mentee, coordinator):
    """After thirty days."""
    never = factories.member()
    EmailAddress.objects.filter(user=never).update(verified=False)
    keep(31)

    assert set(Member.objects.all()) == {mentor, mentee, coordinator}


def test_looks_and_old_sessions_go(mentee, coordinator, client):
    """After two years; at once."""
    AccessLogEntry.objects.create(member=mentee, by=coordinator, what=AccessedObject.MEMBER)
    client.force_login(mentee)
    done = keep(731)

    assert not AccessLogEntry.objects.exists()
    assert not Session.objects.exists()
    assert sum(done.values()) >= 2


def test_run_again_there_is_nothing_to_do(mentor, mentee):
    """Runs twice."""
    pair = write_all(mentor, mentee)
    mentorship_services.end(pair, by=mentor)
    jobs.run()
    for days in (731, 765):
        keep(days)

    assert sum(keep(765).values()) == 0


def test_members_can_read_the_schedule(client, db):
    """Product 62: the page prints the very rules the job follows."""
    page = client.get("/privacy/").content.decode()

    for rule in RETENTION:
        assert str(rule.what) in page
        assert str(rule.when) in page
