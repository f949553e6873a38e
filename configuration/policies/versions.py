"""The versions of a policy in a language: which one holds, and those before it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

from configuration.documents.catalogue import SPELLED_FROM
from configuration.models import TextChange, TextKind
from configuration.policies import TITLES
from mentoring.lib.markdown import as_html

SHIPPED = Path(__file__).parent / "shipped"


@dataclass(frozen=True)
class PolicyVersion:
    """One text of a policy. `number` is its change's, 0 for the one that the program came with (`since` None)."""

    name: str
    language: str
    text: str
    number: int
    since: datetime | None

    @property
    def title(self):
        """What the policy is called."""
        return TITLES[self.name]

    @property
    def html(self):
        """The text as a page shows it, with the association's name in it."""
        return as_html(self.text.replace("{association}", settings.ASSOCIATION_NAME))


def policy_in_force(name, language):
    """The PolicyVersion that holds for readers of this language. KeyError for an unknown policy.

    Whoever reads one of two Englishes that nobody has changed reads the other.
    """
    return policy_versions(name, language)[0]


def policy_versions(name, language):
    """All versions for readers of this language, newest first; the last is the one as installed."""
    installed = PolicyVersion(name, _written_in(name, language), shipped(name, language), 0, None)
    changes = TextChange.objects.filter(kind=TextKind.POLICY, name=name, language__in=_languages(language))
    by_language = {}
    for change in changes.order_by("-pk"):
        by_language.setdefault(change.language, []).append(change)
    own = by_language.get(language) or by_language.get(settings.LANGUAGE_CODE, [])
    versions = [PolicyVersion(name, each.language, _text(each), each.pk, each.made_at) for each in own]
    return [*versions, installed]


@cache
def shipped(name, language):
    """The text as installed, in Markdown. KeyError for an unknown policy."""
    TITLES[name]
    return (SHIPPED / f"{name}.{_written_in(name, language)}.md").read_text(encoding="utf-8")


@cache
def _written_in(name, language):
    """The language of the text as installed that readers of this one get."""
    return language if (SHIPPED / f"{name}.{language}.md").exists() else settings.LANGUAGE_CODE


@cache
def has_own_texts(language):
    """Whether the program came with policies in a language; readers of others get the programme's own.

    Another spelling is not a language: who changes the British text changes the American one.
    """
    return language not in SPELLED_FROM and (SHIPPED / f"terms.{language}.md").exists()


def _languages(language):
    """A language, and the one that its readers get where it has no text of its own."""
    return [language] if has_own_texts(language) else [language, settings.LANGUAGE_CODE]


def _text(change):
    return shipped(change.name, change.language) if change.text is None else change.text
