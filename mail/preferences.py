"""Stopping mails by topic, by a link or on the page of choices, and turning them on again."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Value

from mail.models import Pace, PaceOfMail, Stop, Want
from mail.topics import TOPICS, topic_of


@dataclass(frozen=True)
class Chosen:
    """The names of the topics somebody gets, and how many mails a day."""

    topics: list
    pace: str

    def wants(self, kind):
        """Whether mails of this kind are wanted. A kind without a topic cannot be stopped."""
        topic = topic_of(kind)
        return topic is None or topic.name in self.topics


@transaction.atomic
def stop(number, names):
    """Stop these topics for the member of this number. Of somebody who has left, nothing is written."""
    members = get_user_model().objects.filter(pk=number, left_at=None)
    for pk in members.select_for_update(no_key=True).values_list("pk", flat=True):
        Want.objects.filter(member=pk, topic__in=names).delete()
        rows = [Stop(member_id=pk, topic=name) for name in names]
        Stop.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def choose(member, wanted):
    """From now on just these topics."""
    Stop.objects.filter(member=member, topic__in=wanted).delete()
    asked = [Want(member=member, topic=name) for name in wanted if TOPICS[name].on_request]
    Want.objects.bulk_create(asked, ignore_conflicts=True)
    stop(member.pk, [name for name in TOPICS if name not in wanted])


@transaction.atomic
def set_pace(member, pace):
    """From now on; what waits already goes with the next mail of the day."""
    PaceOfMail.objects.update_or_create(member=member, defaults={"pace": pace})


def chosen_by(member):
    """The topics that this member gets, and the pace."""
    return chosen_by_each([member.pk])[member.pk]


def chosen_by_each(numbers):
    """{member's number: what they have chosen}, in one statement."""
    stopped = Stop.objects.filter(member__in=numbers).values_list(
        "member_id", Value("stop"), "topic"
    )
    asked = Want.objects.filter(member__in=numbers).values_list("member_id", Value("want"), "topic")
    pace = PaceOfMail.objects.filter(member__in=numbers).values_list(
        "member_id", Value("pace"), "pace"
    )
    said = {number: {"stop": [], "want": [], "pace": []} for number in numbers}
    for number, what, name in stopped.union(asked, pace, all=True):
        said[number][what].append(name)
    return {number: _chosen(**each) for number, each in said.items()}


def _chosen(stop, want, pace):
    topics = [topic.name for topic in TOPICS.values()
              if topic.name not in stop and (not topic.on_request or topic.name in want)]  # fmt: skip
    return Chosen(topics, pace[0] if pace else Pace.PROMPT)
