"""No page in Spanish or French holds an English text of ours."""

import gettext

import pytest
from django.conf import settings
from django.urls import reverse

import factories
from mentoring.tests.page_texts import texts

pytestmark = pytest.mark.any_database
PAGES = [
    "home",
    "mentor_list",
    "shortlist",
    "request_list",
    "mentorship_list",
    "profile",
    "mentor_profile",
    "photo_change",
    "privacy",
    "accessibility",
    "account_email",
    "account_change_password",
    "usersessions_list",
]
SIGNED_OUT = ["home", "account_login", "account_signup", "account_reset_password", "privacy"]


def english(language):
    """Our English texts that read otherwise in this language, whatever the context. A language has its own name."""
    with open(settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.mo", "rb") as file:
        known = gettext.GNUTranslations(file)._catalog
    texts = [(key.rpartition("\x04")[2], text) for key, text in known.items() if isinstance(key, str)]
    return (
        {key for key, text in texts if key != text}
        - {key for key, text in texts if key == text}
        - {"", *dict(settings.LANGUAGES).values()}
    )


@pytest.mark.parametrize("name", PAGES)
def test_no_page_of_a_member_mixes_languages(as_, language, reader, mentor, name):
    factories.request(reader, mentor)
    client = as_(reader)
    client.force_login(reader)
    pieces = texts(client.get(reverse(name), follow=True))

    assert pieces & english(language) == set()


def test_neither_do_the_pages_of_asking(as_, language, reader, mentor):
    client = as_(reader)
    for name in ("mentor_detail", "request_new"):
        assert not texts(client.get(reverse(name, args=[mentor.code]))) & english(language)


def test_neither_does_the_page_of_a_pair(as_, language, reader, pair):
    client = as_(reader)
    for name in ("mentorship_detail", "feedback_list", "feedback_write", "archive"):
        assert not texts(client.get(reverse(name, args=[pair.code]))) & english(language)


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_a_visitor_gets_the_language_of_the_browser(client, db, language, name):
    pieces = texts(client.get(reverse(name), headers={"Accept-Language": language}))

    assert not pieces & english(language)
