"""The pages of the handbook for readers of a language."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from configuration.documents.catalogue import OWN, Documents
from guidance.handbook.markdown import checked_page, read_page, title_of
from mentoring.lib.markdown import as_html

STEP_UP = "could-i-be-a-mentor"
PARTS = (
    (
        _("Beginning"),
        (
            "what-mentoring-is",
            "what-a-mentor-does",
            STEP_UP,
            "finding-and-asking",
            "first-meeting",
            "agreement",
        ),
    ),
    (
        _("On the way"),
        (
            "keeping-in-touch",
            "distance-and-time-zones",
            "feedback",
            "rough-spots",
            "more-than-a-rough-spot",
            "ending-well",
        ),
    ),
    (
        _("Work, qualifications and other ways"),
        (
            "time-from-your-employer",
            "mentoring-for-a-qualification",
            "one-off-talks",
            "mentors-among-themselves",
        ),
    ),
)
OF_THE_ASSOCIATION = _("From %(association)s")
WORDS_A_MINUTE = 200

HANDBOOK = Documents(
    kind="guide",
    folder=Path(__file__).parent / "shipped",
    slugs=tuple(slug for _title, slugs in PARTS for slug in slugs),
    check=checked_page,
    title_of=title_of,
)


@dataclass(frozen=True)
class Chapter:
    """One page: `summary` and `body` are Markdown. `previous` and `following` are its neighbours, or None."""

    slug: str
    language: str
    title: str
    summary: str
    body: str
    previous: "Chapter | None" = None
    following: "Chapter | None" = None

    @property
    def html(self):
        """The text as a page shows it."""
        return as_html(f"{self.summary}\n\n{self.body}".replace("{association}", settings.ASSOCIATION_NAME))

    @property
    def body_html(self):
        """The text below its summary."""
        return as_html(self.body)

    @property
    def minutes(self):
        """How long it takes to read, at least one minute."""
        return max(1, round(len(f"{self.summary} {self.body}".split()) / WORDS_A_MINUTE))


def chapters(language):
    """All that are offered, in their order."""
    return [read_chapter(slug, code, text) for slug, text, code in HANDBOOK.offered(language)]


def chapter(slug, language):
    """The chapter with its neighbours; None where there is none of this name."""
    offered = chapters(language)
    place = next((n for n, each in enumerate(offered) if each.slug == slug), None)
    if place is None:
        return None
    previous = offered[place - 1] if place else None
    following = offered[place + 1] if place + 1 < len(offered) else None
    return replace(offered[place], previous=previous, following=following)


def contents(language):
    """[(title of a part, its chapters)]; parts without any are left out."""
    offered = {each.slug: each for each in chapters(language)}
    parts = [(title, [offered[slug] for slug in slugs if slug in offered]) for title, slugs in PARTS]
    own = [each for slug, each in offered.items() if slug.startswith(OWN)]
    parts.append((OF_THE_ASSOCIATION % {"association": settings.ASSOCIATION_NAME}, own))
    return [part for part in parts if part[1]]


@lru_cache(maxsize=512)
def read_chapter(slug, language, text):
    """The Chapter of a text that passed the check."""
    return Chapter(slug, language, *read_page(text))
