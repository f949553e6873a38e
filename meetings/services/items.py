"""What is to be talked about, and what comes of it: lines, ticked, carried on, taken into a goal."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.models import Item, ItemKind
from meetings.services.locking import Conflict, lock_mentorship
from mentoring.lib import idempotency
from mentorships import rules as pair_rules
from mentorships.services import goals
from mentorships.services.locking import check_still_there

LINES = 100


class Enough(Conflict):
    """A hundred lines are there."""


@transaction.atomic
def add_item(meeting, *, by, kind, text):
    """One more line. The same words again within a minute are a double click."""
    lock_mentorship(meeting.mentorship, by)
    check_still_there(meeting)
    rows = Item.objects.filter(meeting=meeting, kind=kind)
    if same := idempotency.recent_duplicate(rows.filter(author=by), "written_at", text=text):
        return same
    if rows.count() >= LINES:
        raise Enough(_("Remove some items first. This list already has 100."))
    item = Item(meeting=meeting, author=by, kind=kind, text=text)
    item.save()
    return item


@transaction.atomic
def add_all(meeting, *, by, texts):
    """Several points at once, those that are there already left out."""
    for text in texts:
        if text not in {item.text for item in meeting.items.filter(author=by)}:
            add_item(meeting, by=by, kind=ItemKind.POINT, text=text)


@transaction.atomic
def set_item_done(item, *, by, done):
    """Talked about, or done; or not after all. A second click changes nothing."""
    lock_mentorship(item.meeting.mentorship, by)
    idempotency.set_done(Item.objects.filter(pk=item.pk), done=done)


@transaction.atomic
def remove_item(item, *, by):
    """Take a line away, for good."""
    lock_mentorship(item.meeting.mentorship, by)
    item.delete()


@transaction.atomic
def into_goal(item, *, by, goal):
    """An action becomes a next step of a goal of one's own; here it counts as carried there."""
    mentorship = item.meeting.mentorship
    lock_mentorship(mentorship, by)
    check_still_there(item)
    if not pair_rules.may_change_goal(by, goal):
        raise Conflict(_("Only the person who set a goal can change it."))
    if item.step_id is None:
        step = goals.add_step(goal, by=by, text=item.text, due_on=None)
        Item.objects.filter(pk=item.pk).update(step=step, done_at=timezone.now())
