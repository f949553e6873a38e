"""Stopping mails by topic, by a link or on the page of choices, and turning them on again."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Case, Q, Value, When

from mail.models import Frequency, MailFrequency, TopicSubscription, Unsubscribe
from mail.topics import TOPICS, topics_offered_to


@dataclass(frozen=True)
class MailPreferences:
    """The names of the topics somebody gets, and how many mails a day."""

    topics: list
    frequency: str

    def wants(self, topic):
        """Whether mails of this topic are wanted. Mails without one (None) cannot be stopped."""
        return topic is None or topic.name in self.topics


@transaction.atomic
def unsubscribe(number, names):
    """Stop these topics for the member of this number. Of somebody who has left, nothing is written."""
    members = get_user_model().objects.filter(pk=number, left_at=None)
    for pk in members.select_for_update(no_key=True).values_list("pk", flat=True):
        TopicSubscription.objects.filter(member=pk, topic__in=names).delete()
        rows = [Unsubscribe(member_id=pk, topic=name) for name in names]
        Unsubscribe.objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def choose_topics(member, wanted):
    """From now on just these topics."""
    Unsubscribe.objects.filter(member=member, topic__in=wanted).delete()
    asked = [TopicSubscription(member=member, topic=name) for name in wanted if TOPICS.get(name).on_request]
    TopicSubscription.objects.bulk_create(asked, ignore_conflicts=True)
    unsubscribe(member.pk, [topic.name for topic in topics_offered_to(member) if topic.name not in wanted])


@transaction.atomic
def set_frequency(member, frequency):
    """From now on; what waits already goes with the next mail of the day."""
    MailFrequency.objects.update_or_create(member=member, defaults={"frequency": frequency})


def preferences_of(member):
    """The topics that this member gets, and the frequency."""
    return preferences_of_each([member.pk])[member.pk]


def preferences_of_each(numbers):
    """{member's number: what they have chosen}, in one statement. Of a suspended member: no topic at all."""
    stopped = Unsubscribe.objects.filter(member__in=numbers).values_list("member_id", Value("stop"), "topic")
    asked = TopicSubscription.objects.filter(member__in=numbers).values_list(
        "member_id", Value("want"), "topic"
    )
    frequency = MailFrequency.objects.filter(member__in=numbers).values_list(
        "member_id", Value("frequency"), "frequency"
    )
    kinds = ("stop", "want", "frequency", "suspended", "staff")
    choices = {number: {kind: [] for kind in kinds} for number in numbers}
    for number, what, name in stopped.union(asked, frequency, _standings(numbers), all=True):
        choices[number][what].append(name)
    return {number: _preferences(**each) for number, each in choices.items()}


def _standings(numbers):
    """Who is suspended, and of the others who is a coordinator."""
    kind = Case(When(is_active=False, then=Value("suspended")), default=Value("staff"))
    members = get_user_model().objects.filter(Q(is_active=False) | Q(is_staff=True), pk__in=numbers)
    return members.values_list("pk", kind, Value(""))


def _preferences(*, stop, want, frequency, suspended, staff):
    topics = [
        topic.name
        for topic in TOPICS
        if topic.name not in stop
        and (not topic.on_request or topic.name in want)
        and (not topic.staff_only or staff)
    ]
    if suspended:  # nobody who cannot sign in is sent to a page
        topics = []
    return MailPreferences(topics, frequency[0] if frequency else Frequency.PROMPT)
