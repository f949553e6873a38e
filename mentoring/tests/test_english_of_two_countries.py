"""English in British spelling with the day first; in American spelling with the month first for whoever asks for it."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import timezone, translation

import factories
from directory.facets import BY_KIND
from mentoring.lib import django_texts
from profiles.models import Member
from scripts import english
from scripts.english import american

pytestmark = pytest.mark.any_database

CHOICE = "Select a valid choice. That choice is not one of the available choices."
ENGLISH = {
    "Choose one of the options on this page.",
    "Check the code, then enter it again.",
    "Current password",
}
OURS_OF_DJANGO = {
    "en-gb": ENGLISH,
    "en-us": ENGLISH,
    "es": {
        "Elige una de las opciones de esta página.",
        "Comprueba el código y escríbelo otra vez.",
        "Contraseña actual",
    },
    "fr": {
        "Choisissez l’une des options de cette page.",
        "Vérifiez le code, puis saisissez-le de nouveau.",
        "Mot de passe actuel",
    },
}
AT = datetime(2027, 12, 3, 15, 5, tzinfo=UTC)
SHOWN = {
    "{{ at|date }}": ("3 December 2027", "December 3, 2027"),
    "{{ at|time }}": ("15:05", "3:05 PM"),
    '{{ at|date:"DATETIME_FORMAT" }}': ("3 December 2027, 15:05", "December 3, 2027, 3:05 PM"),
    "{{ at|in_words }}": ("Friday 3 December 2027 at 15:05", "Friday, December 3, 2027 at 3:05 PM"),
    "{{ at|day_of }}": ("Friday 3 December 2027", "Friday, December 3, 2027"),
}


@pytest.mark.parametrize("template", SHOWN)
@pytest.mark.parametrize("place, language", [(0, "en-gb"), (1, "en-us")])
def test_days_and_times_as_they_are_written_there(template, place, language):
    with translation.override(language), timezone.override("UTC"):
        shown = Template("{% load meetings %}" + template).render(Context({"at": AT}))

    assert shown == SHOWN[template][place]


def test_a_browser_from_the_united_states_joins_in_american_english(client, db):
    address = "dana@library.example"
    fields = {
        "name": "Dana Whitcomb",
        "email": address,
        "password1": "a long enough one 42",
        "adult": "on",
        "terms": "on",
    }

    page = client.post("/accounts/signup/", fields, headers={"accept-language": "en-US,en;q=0.9"})

    assert page.status_code == 302
    assert Member.objects.get(email=address).language == "en-us"


@pytest.mark.parametrize("language, spelled", [("en-gb", "programme"), ("en-us", "program")])
def test_pages_are_spelled_as_the_reader_spells(language, spelled, client):
    page = client.get("/privacy/", headers={"accept-language": language}).content.decode()

    assert f"{spelled} " in page or f"{spelled}." in page or f"{spelled}’s" in page
    assert ("programme" in page) == (language == "en-gb")
    assert f'<html lang="{language}"' in page


@pytest.mark.parametrize("language, label", [("en-gb", "Cataloguing"), ("en-us", "Cataloging")])
def test_words_of_the_field_too(language, label, db):
    with translation.override(language):
        assert any(label in name for name in BY_KIND["area"].labels().values())


def test_an_american_member_chooses_it_and_reads_it(as_, db):
    member = factories.member(language="en-us")

    page = as_(member).get("/profile/").content.decode()

    assert '<option value="en-us" selected>English (United States)</option>' in page
    assert dict(settings.LANGUAGES)["en-us"]


@pytest.mark.parametrize(
    "text, here",
    [
        ("The programme’s organisation", "The program’s organization"),
        ("Cancelled; cancelling it", "Canceled; canceling it"),
        ("The programme “%(programme)s”", "The program “%(programme)s”"),
        ("JSON for programs", "JSON for programs"),
        ("Cancellation", "Cancellation"),
        ("promise, exercise, otherwise", "promise, exercise, otherwise"),
        (r"l j F \a\t H:i", r"l, F j \a\t g:i A"),
        ("H:i", "g:i A"),
        ("at", "at"),
    ],
)
def test_only_what_is_spelled_differently_changes(text, here):
    assert american(text) == here


def test_names_in_a_program_are_not_spelled_anew():
    assert (
        american("%(programme)s, a programme of %(organisation)s")
        == "%(programme)s, a program of %(organisation)s"
    )


@pytest.mark.parametrize("language", ("en-gb", "en-us", "es", "fr"))
def test_what_django_says_is_said_in_our_words(language):
    """Django’s Spanish says “usted”, and its English “Select a valid choice”."""
    with translation.override(language):
        said = {translation.gettext(text) for text in (CHOICE, "Incorrect code.", "Current Password")}

    assert said == OURS_OF_DJANGO[language]


def test_each_text_that_english_says_otherwise_is_marked():
    marked = {str(text) for name, texts in vars(django_texts).items() if name.isupper() for text in texts}
    source = (settings.BASE_DIR / "mentoring/lib/django_texts.py").read_text(encoding="utf-8")

    assert [text for text in english.OURS if text not in marked and f'"{text}",' not in source] == []
