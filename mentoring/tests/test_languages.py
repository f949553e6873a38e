"""Spanish and French readers get pages, mails and the words of the field in their language."""

import pytest
from django.urls import reverse
from django.utils import translation

import factories
from directory.models import Listing
from mail.models import OutgoingMail
from mentoring.tests.page_texts import texts
from profiles.models import Term, TermLabel

pytestmark = pytest.mark.any_database

NAV = {
    "es": ["Mentores", "Solicitudes", "Mentorías", "Reuniones", "Perfil", "Salir"],
    "fr": ["Mentors", "Demandes", "Mentorats", "Rencontres", "Profil", "Se déconnecter"],
}
BROWSE = {
    "es": "Todas las personas de esta lista han aceptado recibir solicitudes",
    "fr": "Toutes les personnes de cette liste ont accepté de recevoir des demandes",
}
HOME = {
    "es": "Alguien que escucha y que ha estado donde tú estás.",
    "fr": "Une personne qui écoute et qui est passée par là.",
}
MAIL = {
    "es": ("Amina Otieno te pide mentoría", "Responde a más tardar el ", " de "),
    "fr": ("Amina Otieno vous demande un mentorat", "Merci de répondre d’ici au ", " "),
}
LABELS = {
    "es": ["Catalogación y metadatos", "Inglés", "Mañanas entre semana", "Videollamada", "Alemania"],
    "fr": ["Catalogage et métadonnées", "Anglais", "Matins en semaine", "Visioconférence", "Allemagne"],
}


def test_the_browse_page(as_, language, reader, mentor):
    page = as_(reader).get(reverse("mentor_list")).content.decode()

    assert f'<html lang="{language}">' in page
    assert BROWSE[language] in page


def test_the_navigation(as_, language, reader):
    page = as_(reader).get(reverse("mentor_list"))

    assert set(NAV[language]) <= texts(page)


def test_the_home_page(as_, language, reader):
    assert HOME[language] in as_(reader).get(reverse("home")).content.decode()


def test_the_words_of_the_field(as_, language, reader):
    factories.mentor(formats=["video"], windows=["weekday-mornings"], country="DE")

    assert set(LABELS[language]) <= texts(as_(reader).get(reverse("mentor_list")))


def test_every_word_that_is_offered_has_a_label(db, language):
    labelled = TermLabel.objects.filter(language=language).exclude(label="").values("term")

    assert not Term.objects.exclude(kind="group").exclude(pk__in=labelled).exists()


def test_the_list_is_stored_alike_in_whatever_language_it_is_saved(db, language):
    with translation.override(language):
        profile = factories.mentor(country="DE")

    assert Listing.objects.get(mentor=profile).place == "Germany"


def test_a_mail_is_in_the_language_of_who_gets_it(mentee, mentor, language):
    mentor.language = language
    mentor.save()
    factories.request(mentee, mentor)
    subject, sentence, between = MAIL[language]
    to_mentor, to_mentee = OutgoingMail.objects.get(to=mentor), OutgoingMail.objects.get(to=mentee)

    assert to_mentor.subject == subject
    day, month = to_mentor.text.partition(sentence)[2].partition(".")[0].split(between)
    assert day.isdigit() and month.isalpha() and month.islower()
    assert f'<html lang="{language}">' in to_mentor.html
    assert "Hello Amina" in to_mentee.text
