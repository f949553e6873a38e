"""With whom an answer is shared, and with whom it can be."""

from dataclasses import dataclass

from mentoring.lib.vault.rows import read_keys
from mentorships.models import Mentorship
from mentorships.templatetags.private import plain
from profiles.models import Member
from worksheets.models import SharedAnswer
from worksheets.services.sharing import may_share_in


@dataclass(frozen=True)
class Copy:
    """One mentorship in which an answer is shared (`shared`) or can be (`may_share`)."""

    mentorship: Mentorship
    partner: Member
    shared: SharedAnswer | None
    may_share: bool
    is_current: bool  # what the partner reads is what the answer says now


def text_of(answer):
    """What it says now; empty where it does not open."""
    return plain(answer, "text") or ""


def copies_of(answer, member, text):
    """Copies of an answer with this text: those in mentorships that go on, then others where it is still shared."""
    going_on = list(may_share_in(member, answer.sheet))
    mine = SharedAnswer.objects.filter(author=member, answer_code=answer.code)
    shared = {each.mentorship_id: each for each in mine}
    others = Mentorship.objects.visible_to(member).with_people().filter(pk__in=shared)
    pairs = [*going_on, *others.exclude(pk__in=[pair.pk for pair in going_on])] if shared else going_on
    read_keys(pairs)
    return [_copy(pair, shared.get(pair.pk), member, text, pair in going_on) for pair in pairs]


def _copy(pair, shared, member, text, may_share):
    if shared:
        pair.adopt([shared])
    is_current = bool(shared) and plain(shared, "text") == text
    return Copy(pair, pair.partner_of(member), shared, may_share, is_current)
