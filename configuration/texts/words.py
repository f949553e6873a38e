"""What mentors and mentees are called, in each language: the forms that the texts as installed use."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import trans_real

from configuration.models import TextChange, TextKind
from configuration.services.history import Kept
from mentoring.lib.changed_words import WithWords, plain
from mentoring.lib.text import tidy

LONGEST = 40
# {language: groups}: of each group all forms are changed, or none.
FORMS = {
    "en": (("mentor", "mentors"), ("mentee", "mentees")),
    "es": (("mentor", "mentores", "mentora", "mentoras"), ("persona acompañada", "personas acompañadas")),
    "fr": (("mentor", "mentors", "mentore", "mentores"), ("personne accompagnée", "personnes accompagnées")),
}
# Messages of our pages that name both; each is in the catalogues of all languages.
SAMPLES = (
    "Find a mentor",
    "Search mentors",
    "Only the mentee can change goals.",
    "When a mentor accepts you, or you accept a mentee, your mentorship page appears here.",
    "You’re on the list of mentors. Every signed-in member can see:",
)


def groups_of(language):
    """The groups of forms of a language; () for one whose forms nobody has told us."""
    return FORMS.get(language.partition("-")[0], ())


LANGUAGES = {code: name for code, name in settings.LANGUAGES if groups_of(code)}


def checked_word(word):
    """A word in one form, beginning small. ValidationError for what is none."""
    word = " ".join(tidy(word).split())
    if not all(character.isalpha() or character in " -’'·" for character in word):
        raise ValidationError(_("Use letters only, with spaces or hyphens between them."))
    if len(word) > LONGEST:
        raise ValidationError(_("Use at most %(most)d characters.") % {"most": LONGEST})
    return word[:1].lower() + word[1:]


def checked_words(words, language):
    """Check {form: word or ""} of a language together: yields (form, what is wrong there)."""
    for group in groups_of(language):
        filled = [form for form in group if words.get(form)]
        if filled and len(filled) < len(group):
            for form in group:
                if not words.get(form):
                    yield form, _("Fill in all forms of this word, or leave all of them empty.")
    mentors, mentees = groups_of(language)
    for form in mentees:
        if words.get(form) and words[form] in [words.get(other) for other in mentors]:
            yield form, _("Choose different words for mentors and for mentees.")


def samples(words, language):
    """Five sentences of our pages in this language, with these words."""
    base = plain(trans_real.translation(language))
    changed = WithWords(base, words) if words else base
    return [changed.gettext(sample) for sample in SAMPLES]


def changed_words():
    """{language: {form: word}} of the words that coordinators changed, at most a few seconds old."""
    return WORDS.get()


def _read_words():
    words = {}
    for change in TextChange.objects.holding().filter(kind=TextKind.WORD, text__isnull=False):
        words.setdefault(change.language, {})[change.name] = change.text
    return words


WORDS = Kept(_read_words, {})
