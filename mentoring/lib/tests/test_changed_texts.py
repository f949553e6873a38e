"""Changed texts and words go in where Django asks for a translation. Says loudly when Django's internals change."""

from timeit import repeat

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext as look_up
from django.utils.translation import ngettext as look_up_plural
from django.utils.translation import pgettext as look_up_in_context
from django.utils.translation import trans_real

from mentoring.lib import changed_words
from mentoring.lib.changed_texts import WithTexts, active

WORDS = {"mentor": "adviser", "mentors": "advisers", "mentee": "junior", "mentees": "juniors"}


@pytest.fixture
def words(monkeypatch):
    """`words({language: {...}})` changes the words of this process, until the test ends."""
    monkeypatch.setattr(changed_words.CHANGED_WORDS, "_entries", {})
    given = {}
    changed_words.CHANGED_WORDS.register(name="of a test")(lambda: given)

    def change(new):
        given.clear()
        given.update(new)
        changed_words.install_changed_words()

    yield change
    change({})


def test_django_keeps_the_active_translation_where_we_look():
    """If this fails, read django/utils/translation/trans_real.py anew: mentoring/lib/changed_texts.py relies on it."""
    with translation.override("es"):
        assert trans_real._active.value is trans_real._translations["es"]
        assert isinstance(trans_real._active.value, trans_real.DjangoTranslation)
        assert trans_real.catalog() is trans_real._active.value
    assert hasattr(trans_real, "_default")
    assert trans_real._translations["fr"].plural(2) if "fr" in trans_real._translations else True


def test_a_changed_text_is_answered_for_as_long_as_it_is_active():
    texts = {("Hello %(name)s,", 0): "Dear %(name)s & all,", ("%(n)s goal", 1): "%(n)s aims"}
    template = Template("{% blocktrans %}Hello {{ name }},{% endblocktrans %}")
    with translation.override("en-gb"):
        with active(WithTexts(trans_real.catalog(), texts, html=True)):
            assert template.render(Context({"name": "<b>"})) == "Dear &lt;b&gt; &amp; all,"
            assert look_up_plural("%(n)s goal", "%(n)s goals", 2) == "%(n)s aims"
            assert look_up_plural("%(n)s goal", "%(n)s goals", 1) == "%(n)s goal"
            assert translation.get_language() == "en-gb"
        assert look_up("Hello %(name)s,") == "Hello %(name)s,"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Find a mentor", "Find an adviser"),
        ("A mentor’s work", "An adviser’s work"),
        ("Mentors and mentees", "Advisers and juniors"),
        ("A mentee", "A junior"),
        ("The mentoring programme of mentorships", "The mentoring programme of mentorships"),
        ('<a class="mentor" href="/mentors/">mentors</a>', '<a class="mentor" href="/mentors/">advisers</a>'),
        ("%(mentor)s, https://x.example/mentor mentor@x.example", None),
        ("See /mentors/ and {mentor}", None),
    ],
)
def test_whole_words_are_replaced_and_nothing_in_addresses(text, shown, words):
    words({"en-gb": WORDS})

    with translation.override("en-gb"):
        assert look_up(text) == (shown or text)
        assert look_up_plural("one mentor", "mentors", 2) == "advisers"
        assert look_up_in_context("a role", "mentor") == "adviser"


def test_words_hold_in_their_language_and_go_again(words):
    words({"en-gb": WORDS})
    with translation.override("en-us"):
        assert look_up("Find a mentor") == "Find a mentor"
    words({})
    with translation.override("en-gb"):
        assert look_up("Find a mentor") == "Find a mentor"
        assert isinstance(trans_real._active.value, trans_real.DjangoTranslation)


def test_an_article_goes_by_the_sound():
    for word in ("adviser", "expert", "honest guide", "Umbrella"):
        assert changed_words.starts_with_vowel(word)
    for word in ("European", "user", "university friend", "guide", "helper"):
        assert not changed_words.starts_with_vowel(word)


def test_nothing_is_slower_where_no_word_is_changed(words):
    """Django's own object answers, so there is nothing to be slower: the same type, and the same time."""
    with translation.override("es"):
        before = min(repeat(lambda: look_up("Find a mentor"), number=2000, repeat=5))
    words({"en-gb": WORDS})
    words({})
    with translation.override("es"):
        after = min(repeat(lambda: look_up("Find a mentor"), number=2000, repeat=5))

    assert type(trans_real.translation("es")) is trans_real.DjangoTranslation
    assert after < before * 3
