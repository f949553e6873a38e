"""Words that whoever guesses passwords here would try first (ASVS 6.1.2; the list is explained in docs/security.md)."""

import re
import unicodedata
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

WORDS = (
    "mentoring mentor mentors mentorship mentee mentees coordinator coordinators member members programme program "
    "library libraries librarian librarians archive archives archivist book books reading association staff "
    "biblioteca bibliotecas bibliotecario bibliotecaria bibliotheque bibliotheques bibliothecaire "
    "mentorat mentoria tutoria coordinador coordinadora coordinateur coordinatrice livre livres libro libros "
    "password passwort contrasena motdepasse welcome bienvenido bienvenue admin my our the i love"
).split()
LONGEST = 60  # letters: no row of words of so many is among the first guesses


def words_to_guess():
    """The list, with the words of the association's name and of the addresses of the sites."""
    names = [
        settings.ASSOCIATION_NAME,
        *(urlsplit(url).hostname for url in (settings.SITE_URL, settings.STAFF_URL)),
    ]
    return {*WORDS, *(word for name in names for word in re.findall("[a-z]{3,}", _folded(name)))}


def is_made_of(words, password):
    """Whether the letters of a password are nothing but some of these words, in any case, with anything between."""
    letters = "".join(filter(str.isalpha, _folded(password)))
    reached = {0} if 0 < len(letters) <= LONGEST else set()
    for place in range(len(letters)):
        if place in reached:
            reached |= {place + len(word) for word in words if letters.startswith(word, place)}
    return len(letters) in reached


def _folded(text):
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class FirstGuessesValidator(CommonPasswordValidator):
    """Refuses what Django's list of 20,000 has, and what is made of the words above."""

    def validate(self, password, user=None):
        """ValidationError, in Django's words."""
        if is_made_of(words_to_guess(), password):
            raise ValidationError(self.get_error_message(), code="password_too_common")
        super().validate(password, user)
