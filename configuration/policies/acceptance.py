"""What members accept: which texts, in which version, and whom to ask again because a text has changed since."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from configuration.models import TextChange, TextKind
from configuration.policies.versions import has_own_texts
from configuration.services.history import Kept
from profiles.models import Member, PolicyAcceptance

ACCEPTED = ("terms", "privacy")
ADULT = "adult"  # "I’m 18 or over": recorded like a policy
ADULT_VERSION = 1  # one more whenever the sentence says something else: everyone is asked again
AS_INSTALLED = (0, None)


@dataclass(frozen=True)
class Waiting:
    """A text that a member has to accept. `accepted` is the version that they accepted last, None for none."""

    name: str
    language: str
    version: int
    accepted: tuple[str, int] | None
    accepted_at: datetime | None

    @property
    def is_policy(self):
        """Whether it is a text with versions; the other one is a sentence."""
        return self.name in ACCEPTED


def _read_versions():
    """{(name, language): (number, since)} of the texts that coordinators have changed."""
    changes = TextChange.objects.holding().filter(kind=TextKind.POLICY, name__in=ACCEPTED)
    rows = changes.values_list("name", "language", "pk", "made_at")
    return {(name, language): (pk, made_at) for name, language, pk, made_at in rows}


VERSIONS = Kept(_read_versions, {})


def version_in_force(name, language):
    """(number, since) of the text that holds for readers of this language, at most a few seconds old."""
    versions = VERSIONS.get()
    own = versions.get((name, language))
    if own is None and not has_own_texts(language):
        own = versions.get((name, settings.LANGUAGE_CODE))
    return own or AS_INSTALLED


def versions_mark(language):
    """What a session remembers once its member has nothing left to accept."""
    return [*(version_in_force(name, language)[0] for name in ACCEPTED), ADULT_VERSION]


def waiting_for(member, language):
    """The texts that a member has to accept before going on, as Waiting. One statement.

    A text is accepted in whatever language it was read; it waits again once there is a newer one.
    """
    latest = {}
    rows = PolicyAcceptance.objects.filter(member=member).order_by("accepted_at", "pk")
    for row in rows:
        latest[row.policy] = row
    waiting = [_policy_waiting(name, language, latest.get(name)) for name in ACCEPTED]
    return [*filter(None, waiting), *_adult_waiting(member, language, latest.get(ADULT))]


def _policy_waiting(name, language, last):
    number, since = version_in_force(name, language)
    if last is None:
        return Waiting(name, language, number, None, None)
    if since is None or since <= last.accepted_at or (last.language, last.version) == (language, number):
        return None
    return Waiting(name, language, number, (last.language, last.version), last.accepted_at)


def _adult_waiting(member, language, last):
    """Whoever said it before such things were written down has said the first version."""
    said = last.version if last else int(member.adult_at is not None)
    if said < ADULT_VERSION:
        yield Waiting(ADULT, language, ADULT_VERSION, None, None)


@transaction.atomic
def accept(member, texts):
    """Record that a member accepts these texts (Waiting) now. Harmless twice."""
    now = timezone.now()
    PolicyAcceptance.objects.bulk_create(
        [
            PolicyAcceptance(
                member=member, policy=text.name, language=text.language, version=text.version, accepted_at=now
            )
            for text in texts
        ],
        ignore_conflicts=True,
    )
    if any(text.name == ADULT for text in texts):
        Member.objects.filter(pk=member.pk, adult_at=None).update(adult_at=now)


def accept_all(member, language):
    """Record that somebody who joins accepts all of it, as it is in force."""
    policies = [Waiting(name, language, version_in_force(name, language)[0], None, None) for name in ACCEPTED]
    accept(member, [*policies, Waiting(ADULT, language, ADULT_VERSION, None, None)])
