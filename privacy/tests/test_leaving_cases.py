"""What becomes of the cases of a member who leaves (P5, P6)."""

import factories
from conduct import services as conduct_services
from conduct.models import CaseKey, CaseKind
from matching.models import MentorRequest
from privacy import erasure_list, erasure_replay, jobs
from privacy.models import AccountClosure
from privacy.tests.leaving import finish
from profiles.models import Member


def test_an_open_case_goes_once_it_is_closed(mentee):
    """Said so on the page; not two years later."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    finish(mentee)
    jobs.run()
    assert CaseKey.objects.exists()

    conduct_services.close_case(case)
    jobs.run()
    assert not CaseKey.objects.exists()
    assert str(case.code) in erasure_list.codes()


def test_a_restored_backup_gives_back_no_case_and_no_request(mentor, mentee):
    """P6: what was closed by then is shredded again, what was open is ended again."""
    case = conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please")
    conduct_services.close_case(case)
    key = CaseKey.objects.values().get()
    facts = Member.objects.filter(pk=mentee.pk).values("name", "email", "is_active", "left_at").get()
    finish(mentee)
    AccountClosure.objects.all().delete()
    CaseKey.objects.create(**key)
    type(case).objects.update(closed_at=None)
    Member.objects.filter(pk=mentee.pk).update(**facts)
    request = factories.request(Member.objects.get(pk=mentee.pk), mentor)
    erasure_replay.everything()

    assert not CaseKey.objects.exists()
    assert MentorRequest.objects.get(pk=request.pk).status == "withdrawn"


def test_a_report_sent_again_with_texts_keeps_them(mentee, mentor):
    """Within the minute in which the same words are one report."""
    facts = {"member": mentee, "kind": CaseKind.REPORT, "text": "It happened.", "about": mentor}
    first = conduct_services.open_case(**facts)
    for _ in range(2):
        assert conduct_services.open_case(**facts, copies=[("Letter", "the words")]) == first

    assert [copied.text for copied in first.texts.exclude(copied_from=None)] == ["the words"]
