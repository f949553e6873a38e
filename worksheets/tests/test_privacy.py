"""Product 52 and 60: what is written on sheets is in its writer's archive alone, and goes when they leave."""

import json

import pytest

import factories
from mentoring.lib.registry.personal_data import EXPORT_PARTS
from mentoring.lib.vault import CannotOpen
from mentorships.models import DataKey
from privacy import account_closure, erasure
from privacy.export.parts import parts
from testing.private_texts import sql
from testing.worksheets import change, share, sheet_text, write
from worksheets.models import Answer, FilledSheet, SharedAnswer

pytestmark = pytest.mark.django_db


def part_of(member):
    return list(EXPORT_PARTS.get("worksheets").rows(member))


def read(answer):
    return answer.text


def archive(member):
    return json.dumps([list(part.rows()) for part in parts(member)], ensure_ascii=False)


def leave(member, *, leave_words):
    account_closure.request_closure(member, leave_words=leave_words)
    account_closure.finish_closure(account_closure.closure_of(member).pk)


@pytest.fixture
def shared(mentee, pair):
    answer = write(mentee, "I would like to teach", "Nobody’s business", mentorship=pair)[0]
    return share(answer, pair)


def test_the_archive_has_every_answer_with_its_prompt_also_of_prompts_that_are_gone(
    mentee, mentor, pair, coordinator
):
    prompt = write(mentee, "To teach")[0].prompt
    write(mentee, "With you", mentorship=pair)
    change(coordinator, sheet_text("Something else?"))

    mine = part_of(mentee)
    assert [(each["prompt"], each["answer"]) for each in mine] == [(prompt, "To teach"), (prompt, "With you")]
    assert [each["mentorship_with"] for each in mine] == ["", "Rosalind Achterberg"]
    assert part_of(mentor) == []


def test_the_partner_takes_along_what_is_shared_and_nothing_else(mentor, mentee, pair, shared):
    theirs = archive(mentor)

    assert "I would like to teach" in theirs and "Nobody’s business" not in theirs
    assert archive(mentee).count("I would like to teach") == 2
    shared.delete()
    assert "I would like to teach" not in archive(mentor)


def test_the_database_holds_no_word_of_it(shared):
    for table in ("answer", "sharedanswer"):
        blobs = sql(f"SELECT text FROM worksheets_{table}")
        assert blobs and not any(b"teach" in bytes(blob) for [blob] in blobs)


def test_an_answer_does_not_open_for_another_member_or_in_another_place(mentor, mentee):
    mine, other = write(mentee, "Mine", "Other")
    sql("UPDATE worksheets_answer SET member_id = %s WHERE id = %s", mentor.pk, mine.pk)
    sql("UPDATE worksheets_answer SET code = %s WHERE id = %s", mentor.code.hex, other.pk)

    for answer in Answer.objects.all():
        with pytest.raises(CannotOpen):
            read(answer)


@pytest.mark.parametrize("leave_words", [True, False])
def test_who_leaves_leaves_what_they_shared_if_they_say_so_and_nothing_else(
    leave_words, mentor, mentee, pair, shared
):
    write(mentor, "Mine", mentorship=pair)
    leave(mentee, leave_words=leave_words)

    assert [sheet.member for sheet in FilledSheet.objects.all()] == [mentor]
    assert [answer.text for answer in Answer.objects.all()] == ["Mine"]
    left = SharedAnswer.objects.get()
    if leave_words:
        assert left.text == "I would like to teach"
    else:
        with pytest.raises(CannotOpen):
            read(left)


def test_when_both_have_left_nothing_is_there(mentor, mentee, pair, shared):
    for member in (mentee, mentor):
        leave(member, leave_words=True)

    assert (SharedAnswer.objects.count(), Answer.objects.count(), FilledSheet.objects.count()) == (0, 0, 0)
    assert not DataKey.objects.filter(scope=pair.code).exists()


def test_a_shredded_mentorship_takes_what_was_shared_and_leaves_ones_own(mentee, pair, shared):
    erasure.shred_scope(pair.code)

    assert SharedAnswer.objects.count() == 0
    assert Answer.objects.earliest("pk").text == "I would like to teach"


@pytest.mark.parametrize("who", ["staff", "worker"])
def test_no_other_login_reads_or_writes_a_text(who):
    from privacy import grants

    rights = grants.rights(who)
    for table in ("answer", "sharedanswer", "filledsheet"):
        given = rights.get(f"worksheets.{table}")
        assert not given or not (set(given.verbs) & set("SIU") or given.insert or given.change)
        assert not given or not {"text", "prompt", "title", "slug"} & set(given.read)
        assert who == "worker" or not given or not given.read


def test_a_member_who_has_been_closed_meanwhile_saves_nothing(mentee):
    from mentoring.lib.vault import CannotSeal
    from profiles.models import Member

    Member.objects.filter(pk=mentee.pk).update(is_active=False)
    with pytest.raises(CannotSeal):
        write(mentee, "Too late")
    assert factories.member() and not Answer.objects.exists()
