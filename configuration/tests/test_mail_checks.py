"""What a changed sentence may hold: a mistake is refused at its place, and none ever stops a mail."""

import pytest
from django.core.exceptions import ValidationError

from configuration import services
from configuration.models import TextChange
from configuration.texts.checks import checked_sentence
from configuration.texts.in_force import texts_of_mail, unusable_texts
from configuration.texts.preview import preview_mail
from configuration.texts.sentences import Sentence, sentences
from configuration.texts.to_do import texts_left_behind
from mail.declarations import NOTIFICATIONS
from mail.outgoing.render import render_part
from mail.tests.mail_contexts import context

KIND = "matching/request_received"
LANGUAGES = ("en-gb", "en-us", "es", "fr")
GREETING = Sentence("Hello %(name)s, see you on %(day)s")
PLURAL = Sentence("%(n)s day", "%(n)s days")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mail_has_sentences_that_pass_their_own_checks_and_a_preview(language):
    for kind in NOTIFICATIONS.names():
        texts = [
            (each, form, each.shipped(language, form))
            for each in sentences(kind)
            for form in each.forms(language)
        ]
        for each, form, text in texts:
            assert checked_sentence(text, each, language, form) == text
        shown = preview_mail(kind, texts, language)
        assert shown["subjects"] and shown["paragraphs"], kind
        assert "{" not in str(list(shown.values())).replace("{'", ""), kind


def test_all_that_a_mail_says_is_among_its_sentences():
    source = {each.source for each in sentences(KIND)}

    assert "%(name)s has asked you to be their mentor" in source and "Read the request" in source
    assert "j F" not in source and "%(words)s: %(link)s" not in source


def test_a_language_has_a_field_for_each_of_its_plurals():
    assert list(PLURAL.forms("en-gb").values()) == list(PLURAL.forms("fr").values()) == [1, 2]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hello {name}, {day} {link}", "{link} is not known here. You can use: {day}, {name}."),
        ("Hello {name}", "Add {day}."),
        ("Hello {name}, {day}, {", "Close each brace"),
        ("Hello {name}, {day} }", "Close each brace"),
        ("Hello { name }, {day}", "Close each brace"),
        ("Hello {name}, {day}: 100%", "per cent"),
        ("Hello %(name)s, {name} {day}", "per cent"),
        ("Hello <b>{name}</b> {day}", "HTML"),
        ("Hello {name} {day} \x07", "control characters"),
        ("Hello {name} {day} \u202e", "control characters"),
        ("{day} https://evil.example/?n={name}", "cannot be part of a web address"),
        ("{day} www.evil.example/{name}", "cannot be part of a web address"),
        ("{day} {name}.evil.example", "cannot be part of a web address"),
        ("{day} {name}@evil.example", "cannot be part of a web address"),
        ("{day} evil。example/{name}", "cannot be part of a web address"),
        ("{day} {name} http://evil.example/", "begins with https://"),
        ("{day} {name} javascript:alert(1)", "begins with https://"),
        ("{day} {name} " + "x" * 1000, "at most 1000"),
    ],
)
def test_what_does_not_belong_into_a_mail_is_refused_by_name(text, reason):
    with pytest.raises(ValidationError) as refused:
        checked_sentence(text, GREETING, "en-gb")

    assert reason in " ".join(refused.value.messages)


def test_a_subject_stays_short_and_on_one_line():
    subject = Sentence("News", in_subject=True)

    assert checked_sentence("News\r\nBcc: x", subject, "en-gb") == "News Bcc: x"
    with pytest.raises(ValidationError, match="at most 120"):
        checked_sentence("x" * 121, subject, "en-gb")


def test_a_plural_may_leave_the_number_out_where_the_shipped_text_does():
    assert checked_sentence("{n} days", PLURAL, "en-gb", 1) == "{n} days"
    with pytest.raises(ValidationError, match="{n}"):
        checked_sentence("Days", PLURAL, "en-gb", 1)


@pytest.mark.django_db
@pytest.mark.any_database
def test_after_an_upgrade_the_shipped_text_is_sent_and_the_first_page_says_so(coordinator):
    rows = [
        {"name": KIND, "source": "Gone %(name)s", "text": "{name} is gone"},
        {"name": KIND, "source": "%(name)s has asked you to be their mentor", "text": "{other} asks"},
        {"name": "matching/gone", "source": "Gone", "text": "Gone"},
    ]
    for entry in rows:
        TextChange.objects.create(kind="mail", language="en-gb", made_by=coordinator, **entry)
    services.forget()

    [task] = texts_left_behind(coordinator)

    assert texts_of_mail(KIND, "en-gb") == {} and len(unusable_texts()) == 3
    assert "has asked you to be their mentor" in render_part(KIND, "subject", context(KIND))
    assert task.label.startswith("3 sentences you changed no longer fit")


@pytest.mark.django_db
@pytest.mark.any_database
def test_they_are_given_up_on_their_page(coordinator, staff_site, as_):
    TextChange.objects.create(
        kind="mail", name=KIND, source="Gone", language="es", text="Ido", made_by=coordinator
    )
    page = "/admin/configuration/textchange/emails/left-behind/"
    shown = as_(coordinator).get(page).content.decode()
    as_(coordinator).post(page)

    assert "Ido" in shown
    assert unusable_texts() == [] and list(texts_left_behind(coordinator)) == []
