"""One row behind each page of the staff site that is about no pair: what coordinators set, import and publish."""

from datetime import date, time, timedelta

from django.utils import timezone

from configuration.models import Announcement, NumberChange, TextChange
from coordination.models import RoleChange, RoleProposal
from figures.models import Publication
from guidance.models import Video
from joining.models import MembershipEvent, RosterEntry, RosterImport
from open_hours.models import TalkDay
from outreach.models import Quote


def fill_staff_site(people):
    """Made by the coordinator among these people (by role); the proposed role is for the superuser."""
    coordinator, second = people["coordinator"], people["superuser"]
    NumberChange.objects.create(name="wish_days", value=14, before=14, made_by=coordinator)
    by = {"made_by": coordinator}
    TextChange.objects.create(kind="word", name="mentor", language="es", **by)
    today = timezone.localdate()
    Announcement.objects.create(
        title="News", text="News", starts_on=today, ends_on=today, audience="everyone", **by
    )
    RosterImport.objects.create(file_name="members.csv", state="checked", made_by=coordinator)
    MembershipEvent.objects.create(
        webhook_id="msg_1",
        type="member.changed",
        occurred_at=timezone.now(),
        state="question",
        question="row",
    )
    RosterEntry.objects.create(name="Somebody Else", email="somebody@library.example", state="current")
    RoleChange.objects.create(member=coordinator, role="coordinator", given=True)
    RoleProposal.objects.create(member=second, role="help-desk", proposed_by=coordinator)
    Publication.objects.create(
        month=date(2026, 1, 1), counted_on=date(2026, 2, 1), with_breakdowns=True, key="k"
    )
    Quote.objects.create(member=people["mentor"], text="Listening is most of it.", shows_name=True)
    TalkDay.objects.create(
        name="Open day",
        on=today + timedelta(days=30),
        zone="UTC",
        place="Hall 1",
        starts=time(10),
        ends=time(12),
        minutes=20,
    )
    Video.objects.create(
        chapter="feedback",
        language="en-gb",
        title="Feedback",
        url="https://video.example/",
        minutes=5,
        text="Text",
    )
