"""Product 65: in a made-up language that turns every text around, every page and every mail turns.

A text that does not turn is not marked for translation, or was read when its module was imported, and no language that
is added will ever have it.
"""

import re
from zoneinfo import available_timezones

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from guidance.handbook.chapters import chapters
from guidance.orientation.screens import ROLES, screens
from mail.outgoing.render import render_mail
from mail.tests.mail_contexts import MAILS, context
from mentoring.tests.answers import MEMBER, STAFF
from testing import turned, world
from testing.safe_pages import is_page
from worksheets.sheets.catalogue import sheets

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PEOPLE = (
    "Rosalind Achterberg|Rosalind|Amina Otieno|Amina|Elsa Where|Elsa|Forma Partner|Forma|Stranger Danger|Stranger"
    "|Sus Pended|Super User|Grace Whitfield|Grace|Somebody Else|Robin Example|RA|AO|GW"
)
TYPED = (
    r"zirconium-gannet-4711[\w ]*|knows archives by the sea\.|has led a small team\.|I lost the thread\."
    r"|I describe seed packets\.|Listening is most of it\.|Would like to swap notes about archives\."
    r"|Spring programme|Chartership|Kick-off|To begin with|Members in their first five years\.|Six months with a plan\."
    r"|Two hours a month|Room 4|Open day|Hall 1|members\.csv|News|SMTP 550 5\.1\.1"
    r"|Finding a goal|What takes up most of my thoughts at work is …"  # kept with an answer, as it was asked
)
CODES = r"\S+@\S+|https?://\S+|(?<=: )/\S+|^/\S+|\b[A-Z]+_[A-Z]+\b|\{\w+\}"
PARTS_OF_ZONES = {part.replace("_", " ") for name in available_timezones() for part in name.split("/")}
ZONES = "|".join(sorted(PARTS_OF_ZONES, reverse=True))
# What languages call themselves; the longest first, for one begins as another does.
LANGUAGES = "|".join(re.escape(name) for name in sorted(dict(settings.LANGUAGES).values(), reverse=True))
SAME_EVERYWHERE = re.compile(
    rf"\b(?:{LANGUAGES}|{re.escape(settings.ASSOCIATION_NAME)}|{PEOPLE}|{TYPED}|{ZONES})(?!\w)|{CODES}"
)
TYPED_ON_PAGE = {"programme_training": "Read|this", "admin:guidance_video": "Feedback|Text"}
# Staff see the words of the field, and a change of a text in any language, as they stand in the database.
AS_STORED = ("admin:profiles_term", "admin:term_merge", "admin:word_text", "admin:configuration_textchange")
OF_DJANGO = {("img alt", alt) for alt in ("True", "False", "Search")}  # of its admin, not marked there
UNNAMED = ("title", "meta content", "option")  # where a text cannot say in which language it is
IN_MAILS = re.compile(  # what mail_contexts.py fills in
    r"https?://\S+|\S+@\S+|\b(?:Ann|Bob|Cleo|Eve|alert|script|Bcc|Firefox|Nairobi|Spring|ABC-123|The Association)\b"
    r"|Kick-off|Help desk|It opens cases\.|Each month|Report without an answer, today|What would you try\?"
    r"|No post named\.|The Library Association|Case 12|\bone\b|\btwo\b"
)


@pytest.fixture
def people(settings, monkeypatch):
    """Of whom everyone reads the made-up language."""
    turned.install(settings, monkeypatch)
    people = world.build()
    turned.label_terms()
    for member in people.people.values():
        member.language = turned.CODE
        member.save()
    return people


def titles_of_documents():
    """Titles and summaries as readers get them who have no documents of their own language."""
    of_handbook = [text for chapter in chapters("en-gb") for text in (chapter.title, chapter.summary)]
    of_screens = [screen.title for role in ROLES for screen in screens(role, "en-gb")]
    return [*of_handbook, *of_screens, *(sheet.title for sheet in sheets("en-gb"))]


def left_on(page, key, titles):
    """[(where, text)] of what does not turn on the page of a route."""
    typed = next((words for start, words in TYPED_ON_PAGE.items() if key.startswith(start)), "")
    unnamed = UNNAMED if not key.startswith("admin:") else ()
    return [
        (where, text)
        for where, text in turned.unturned(page, SAME_EVERYWHERE)
        if not (typed and not turned.unturned_text(text, re.compile(rf"\b(?:{typed})\b")))
        and not (
            where in (unnamed or (where,))
            and not turned.unturned_text(titles.sub(" ", text), SAME_EVERYWHERE)
        )
        and (where, text) not in OF_DJANGO
    ]


@pytest.mark.parametrize(
    ("site", "role"), ((MEMBER, "anonymous"), (MEMBER, "mentor"), (MEMBER, "mentee"), (STAFF, "coordinator"))
)
def test_every_page_turns(site, role, people, client, request):
    if site == STAFF:
        request.getfixturevalue("staff_site")
    people.sign_in(client, role)
    titles = re.compile("|".join(map(re.escape, titles_of_documents())))
    pages, left = 0, {}
    for key, url in people.addresses(site):
        answer = client.get(url, headers={"accept-language": turned.CODE})
        if is_page(answer) and not key.startswith(AS_STORED):
            pages += 1
            left |= dict.fromkeys(left_on(answer.content.decode(), key, titles), key)

    found = "\n".join(f"{key}: {where}: {text}" for (where, text), key in left.items())
    assert not found, found
    assert pages > 20


def test_every_mail_turns(settings, monkeypatch):
    turned.install(settings, monkeypatch)
    left = set()
    with translation.override(turned.CODE):
        for kind, more in MAILS:
            mail = render_mail(kind, context(kind, **more))
            texts = [(part, mail[part]) for part in ("subject", "text")]
            texts += turned.ReadAloud(mail["html"]).texts
            left |= {(kind, where, text) for where, text in texts if turned.unturned_text(text, IN_MAILS)}

    assert not left, "\n".join(map(": ".join, sorted(left)))


@pytest.mark.parametrize(
    "template, left",
    (
        ("<p>Hello</p>", [("p", "Hello")]),
        ('<p>{% load i18n %}{% trans "Save" %}</p>', []),
        ('<img alt="A photo">', [("img alt", "A photo")]),
        ('<p data-lost="Not saved yet">', [("p data-lost", "Not saved yet")]),
        ('<p lang="en-gb">Hello</p>', []),
        ('<p lang="en-gb">Hello</p><p>you</p>', [("p", "you")]),
        ("<script>let there = 1</script>", []),
    ),
)
def test_a_text_that_does_not_turn_is_seen(template, left, settings, monkeypatch):
    """The tests above can fail."""
    turned.install(settings, monkeypatch)
    with translation.override(turned.CODE):
        page = Template(template).render(Context())

    assert turned.unturned(page, SAME_EVERYWHERE) == left


@pytest.mark.parametrize("address", ("/guide/feedback/", "/policies/terms/"))
def test_a_document_without_a_translation_says_that_it_is_in_english(address, people, client):
    page = client.get(address, headers={"accept-language": turned.CODE}).content.decode()

    assert f'<html lang="{turned.CODE}">' in page
    assert 'lang="en-gb">' in page
