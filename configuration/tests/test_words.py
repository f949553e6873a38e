"""Issue 14: an association that calls mentors and mentees something else reads its words everywhere."""

import pytest
from django.utils import translation

import factories
from configuration import services
from configuration.models import TextChange, TextKey
from configuration.texts.words import FORMS, WORDS
from mail.models import OutgoingMail
from matching import notifications
from mentoring.lib import changed_words
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PAGE = "/admin/configuration/textchange/words/en-gb/"
TYPED = {"word_0": "Adviser", "word_1": "advisers", "word_2": "advisee", "word_3": "advisees", "seen": 0}


@pytest.fixture(autouse=True)
def _as_installed_again():
    yield
    WORDS.forget(for_seconds=60)
    changed_words.install_changed_words()


@pytest.fixture
def advisers(coordinator):
    """Mentors are advisers in British English."""
    words = {"mentor": "adviser", "mentors": "advisers", "mentee": "advisee", "mentees": "advisees"}
    values = {TextKey("word", form, "en-gb"): word for form, word in words.items()}
    return lambda: services.save_texts(values, by=coordinator, seen=0)


def texts_that_hold():
    return TextChange.objects.holding().exclude(text=None).values_list("text", flat=True)


def test_pages_and_their_frame_say_the_words_and_members_texts_stay(advisers, as_, mentee):
    mentee.name = "A Mentor for a mentee"
    mentee.save()
    before = main_text(as_(mentee).get("/"))
    advisers()
    page = main_text(as_(mentee).get("/"))

    assert "Find a mentor" in before and "Find an adviser" in page and "Become an adviser" in page
    assert "Mentors" in before and "Advisers" in page
    assert "Welcome, A Mentor for a mentee." in page
    assert 'href="/mentors/"' in as_(mentee).get("/").content.decode()


def test_mails_say_the_words(advisers, mentor, mentee):
    request = factories.request(mentee, mentor)
    OutgoingMail.objects.all().delete()
    advisers()

    notifications.request_received(request)

    assert OutgoingMail.objects.get().subject == "Amina Otieno has asked you to be their adviser"


def test_spanish_has_four_forms_for_a_mentor_and_two_for_a_mentee(staff):
    words = dict(zip([form for group in FORMS["es"] for form in group], "abcdef", strict=True))
    fields = {f"word_{place}": word * 4 for place, word in enumerate(words.values())}
    staff.post("/admin/configuration/textchange/words/es/", fields | {"seen": 0})
    services.forget()
    changed_words.install_changed_words()

    with translation.override("es"):
        assert translation.gettext("Only the mentee can change goals.").startswith("Solo la eeee puede")


def test_a_preview_of_five_sentences_saves_nothing(staff):
    page = main_text(staff.post(PAGE, TYPED | {"preview": "1"}))

    assert "Find an adviser" in page and "Only the advisee can change goals." in page
    assert TextChange.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"word_1": ""}, "Fill in all forms of this word"),
        ({"word_0": "<b>x</b>"}, "Use letters only"),
        ({"word_0": "a%(n)s"}, "Use letters only"),
        ({"word_0": "x" * 41}, "at most 40 characters"),
        ({"word_2": "adviser"}, "Choose different words"),
        ({"seen": "x"}, "Enter a whole number"),
    ],
)
def test_what_is_no_word_is_refused_at_its_field_and_nothing_is_lost(changed, reason, staff):
    page = staff.post(PAGE, TYPED | changed)

    assert page.status_code == 422
    assert reason in main_text(page) and 'value="advisees"' in page.content.decode()
    assert TextChange.objects.count() == 0


def test_one_word_is_put_back_alone_and_to_as_installed_with_its_other_forms(staff):
    staff.post(PAGE, TYPED)
    staff.post(PAGE, TYPED | {"word_1": "guides", "seen": TextChange.objects.latest("pk").pk})
    guides = TextChange.objects.get(text="guides")
    staff.post(f"/admin/configuration/textchange/{guides.pk}/put-back/")
    assert set(texts_that_hold()) == {"adviser", "advisers", "advisee", "advisees"}

    adviser = TextChange.objects.get(text="adviser")
    staff.post(f"/admin/configuration/textchange/{adviser.pk}/put-back/")
    assert set(texts_that_hold()) == {"advisee", "advisees"}


def test_put_back_and_as_installed(staff):
    staff.post(PAGE, TYPED)
    assert TextChange.objects.count() == 4
    staff.post(PAGE, {"as_installed": "1"})

    assert not TextChange.objects.holding().filter(text__isnull=False).exists()
    assert "Find a mentor" in main_text(staff.get(PAGE))


def test_of_two_coordinators_the_second_is_told(staff):
    staff.post(PAGE, TYPED)
    page = staff.post(PAGE, TYPED | {"word_0": "guide", "word_1": "guides"})

    assert page.status_code == 422 and "Someone has changed this text" in main_text(page)


def test_members_and_staff_without_the_right_do_not_come_in(staff_site, as_, mentee):
    assert as_(mentee).get(PAGE).status_code == 302
    assert as_(factories.member(is_staff=True)).get(PAGE).status_code == 403
    assert as_(factories.member(is_staff=True)).post(PAGE, TYPED).status_code == 403
