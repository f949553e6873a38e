"""Product 56: coordinators change the sentences of mails, within what a mail may hold, with a history."""

import pytest

import factories
from configuration import services
from configuration.models import TextChange
from configuration.services.texts import holding_texts
from mail.models import OutgoingMail
from matching import notifications

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
KIND = "matching/request_received"
PAGE = f"/admin/configuration/textchange/emails/en-gb/{KIND}/"
SUBJECT = "text_0_0"


@pytest.fixture
def asked(mentor, mentee):
    """A request, made while this process has its keys."""
    return factories.request(mentee, mentor)


def typed(client, **changed):
    """What the page holds, with some of it typed anew."""
    return {**client.get(PAGE).context["form"].initial, **changed}


def mail_about(request):
    OutgoingMail.objects.all().delete()
    notifications.request_received(request)
    return OutgoingMail.objects.latest("pk")


def test_a_changed_sentence_is_in_the_next_mail_in_text_and_html(asked, staff):
    form = typed(staff)
    name = next(key for key, text in form.items() if "would like you to be their mentor" in str(text))
    link = next(key for key, text in form.items() if text == "Read the request")
    changed = {SUBJECT: "{name} asks you & hopes", name: "{name} & you: a question.", link: "Read & answer"}
    staff.post(PAGE, form | changed)

    mail = mail_about(asked)

    assert mail.subject == "Amina Otieno asks you & hopes"
    assert "Amina Otieno & you: a question." in mail.text
    assert "Amina Otieno &amp; you: a question." in mail.html
    assert "Read & answer\n" in mail.text and ">Read &amp; answer</a>" in mail.html


def test_other_languages_keep_their_own(asked, staff):
    staff.post(PAGE, typed(staff, **{SUBJECT: "{name} asks you"}))
    asked.mentor.language = "es"

    assert "asks you" not in mail_about(asked).subject


def test_what_was_changed_stands_in_the_history_and_is_put_back_with_one_click(staff, coordinator):
    staff.post(PAGE, typed(staff, **{SUBJECT: "{name} asks you"}))
    [change] = TextChange.objects.all()

    page = staff.get(PAGE).content.decode()
    history = staff.get("/admin/configuration/textchange/").content.decode()
    staff.post(f"/admin/configuration/textchange/{change.pk}/put-back/")

    assert coordinator.name in page and "Restore the old text" in page
    assert "{name} asks you" in history and coordinator.name in history
    assert [change.text for change in TextChange.objects.all()] == [None, "{name} asks you"]


def test_an_older_change_is_not_put_back(staff):
    staff.post(PAGE, typed(staff, **{SUBJECT: "{name} asks you"}))
    first = TextChange.objects.get()
    staff.post(PAGE, typed(staff, **{SUBJECT: "{name} writes to you"}))

    page = staff.post(f"/admin/configuration/textchange/{first.pk}/put-back/", follow=True)

    assert "has been changed again since" in page.content.decode()
    assert TextChange.objects.count() == 2


def test_all_of_a_mail_as_installed_again(staff):
    staff.post(PAGE, typed(staff, **{SUBJECT: "{name} asks you", "text_2_0": "Dear {name},"}))
    staff.post(PAGE, {"as_installed": "1"})

    assert {change.text for change in holding_texts().values()} == {None}
    assert TextChange.objects.count() == 4


def test_an_empty_field_and_the_same_text_leave_no_trace(staff):
    staff.post(PAGE, typed(staff, **{SUBJECT: ""}))

    assert TextChange.objects.count() == 0


def test_a_preview_saves_nothing_and_names_invented_people(staff):
    page = staff.post(PAGE, typed(staff, **{SUBJECT: "{name} asks you", "preview": "1"}))

    assert "Robin Example asks you" in page.content.decode()
    assert "Preview, not saved yet" in page.content.decode()
    assert TextChange.objects.count() == 0


def test_the_preview_says_which_sentences_exclude_each_other(staff):
    preview = staff.get(PAGE).context["preview"]["paragraphs"]
    (choice,) = [part["branches"] for part in preview if "branches" in part]
    to_a_mentor, to_a_peer = (branch[0]["texts"][0] for branch in choice)

    assert "to be their peer partner" in to_a_peer and "to be their mentor" in to_a_mentor
    assert {"texts": ["Read the request"]} in preview
    assert "One of these, depending on the occasion:" in staff.get(PAGE).content.decode()


def test_one_kind_of_english_leads_to_the_other(staff):
    other = PAGE.replace("en-gb", "en-us")

    assert f'href="{other}"' in staff.get(PAGE).content.decode()
    assert "one kind of English" not in staff.get(PAGE.replace("en-gb", "es")).content.decode()


def test_of_two_coordinators_the_second_is_told_and_loses_nothing(staff, stranger):
    opened = typed(staff, **{SUBJECT: "{name} asks you"})
    key = next(iter(staff.post(PAGE, opened | {"preview": "1"}).context["form"].values))
    services.save_texts({key: "{name} was quicker"}, by=stranger, seen=0)

    page = staff.post(PAGE, opened)

    assert page.status_code == 422
    assert "Someone has changed this text since you opened the page" in page.content.decode()
    assert "{name} asks you" in page.content.decode()
