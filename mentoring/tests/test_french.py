"""French as docs/writing.md has it: no-break spaces at the marks, and no name behind a word that it would change."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
CATALOGUE = ROOT / "locale/fr/LC_MESSAGES/django.po"
DOCUMENTS = sorted(ROOT.glob("*/**/shipped/*.fr.md"))
BREAKS = re.compile(r"(?<=\S) [?!:;»](?=[\s.,)…<»]|$)|« ", re.MULTILINE)
STRAIGHT = re.compile(r"(?<=\w)'(?=\w)")
# Amina makes d’Amina of “de”, qu’Amina of “que”.
ELIDES = re.compile(
    r"\b(?:[Dd]e|[Qq]ue|[Ll]orsque|[Pp]uisque) %\((?:name|first|partner|one|other|by|provider_name)\)s(?! à %)"
)
# A mark that stands in a template itself, between two texts: {% colon %} and {% semicolon %} have its space.
UNMARKED = re.compile(
    r"{%\s*(blocktrans|blocktranslate|comment)\b.*?{%\s*end\1\s*%}|<style.*?</style>|{%.*?%}|{{.*?}}|{#.*?#}"
    r"|<[^>]*>|&\w+;",
    re.DOTALL,
)
TRANSLATION = re.compile(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)


def translations():
    """The French texts of the catalogue, without its markup."""
    _header, *texts = TRANSLATION.findall(CATALOGUE.read_text(encoding="utf-8"))
    for quoted in texts:
        yield re.sub(r"<[^>]*>", "", "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted)))


@pytest.mark.parametrize("wrong", [BREAKS, STRAIGHT, ELIDES], ids=["breaks", "straight", "elides"])
def test_no_text_of_a_page_or_an_email_has_it(wrong):
    found = [text for text in translations() if wrong.search(text)]

    assert len(list(translations())) > 1000
    assert found == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_has_a_space_that_breaks_or_a_straight_apostrophe(document):
    text = re.sub(r"\]\([^)]*\)", "]", document.read_text(encoding="utf-8"))

    assert [found[0] for wrong in (BREAKS, STRAIGHT) for found in wrong.finditer(text)] == []


def test_labels_of_the_vocabulary_have_typographic_apostrophes():
    labels = re.findall(
        r'"label_fr": "(.*)"', (ROOT / "profiles/data/vocabulary.json").read_text(encoding="utf-8")
    )

    assert labels
    assert [label for label in labels if "'" in label] == []


def test_no_template_has_a_colon_or_a_semicolon_of_its_own():
    found = {
        str(page.relative_to(ROOT)): marks
        for page in (ROOT / "templates").rglob("*.html")
        if (marks := re.findall(r"[:;]", UNMARKED.sub(" ", page.read_text(encoding="utf-8"))))
    }

    assert found == {}
