"""What a mail is about: the topics a member can stop, and the links that stop them.

Rooms declare their topics in their `notifications.py`. Mails without one (the account and its safety,
leaving, cases, whether a mentor is still willing) always come.
"""

from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.translation import gettext_lazy as _

from mentoring.lib.links import member_link as link
from mentoring.lib.registry.base import Registry
from mentoring.lib.separators import semicolon
from mentoring.lib.signed import signer

SALT = "mail.unsubscribe"


@dataclass(frozen=True)
class Topic:
    """Mails that are stopped together. Whole sentences: no language can be glued from pieces.

    `name` is in stored rows and in links that never run out. Topics of `on_request` come only to those who
    asked for them; those `staff_only` are offered to coordinators alone.
    """

    name: str
    label: Any
    unsubscribe_label: Any
    order: int = 0
    on_request: bool = False
    staff_only: bool = False


# Topics by name, in the order of the page of choices.
TOPICS: Registry[Topic] = Registry()


def declare_topic(name, *, label, unsubscribe_label, order, on_request=False, staff_only=False):
    """Declare a topic, for the notifications that are of it. DeclaredTwice for a second of that name."""
    return TOPICS.add(name, Topic(name, label, unsubscribe_label, order, on_request, staff_only))


def topics_offered_to(member):
    """What a member may choose from, in the order of the page."""
    return [topic for topic in TOPICS if member.is_staff or not topic.staff_only]


def merge_topics(topics):
    """Several topics as one, for a mail that holds several: its stop stops them all."""
    topics = sorted(set(topics), key=lambda topic: topic.name)
    if len(topics) == 1:
        return topics[0]
    label = f"{semicolon()} ".join(str(topic.label) for topic in topics)
    return Topic("+".join(topic.name for topic in topics), label, _("Stop emails like these"))


def unsubscribe_token(number, topic):
    """The same for a member's number and a topic, always: a mail built twice is the same to the byte."""
    return signer(SALT).sign(f"{number}.{topic.name}")


def read_unsubscribe_token(token):
    """(member's number, topic) of a token, or None if it was not made here for this."""
    try:
        number, _dot, name = signer(SALT).unsign(token).partition(".")
    except signing.BadSignature:
        return None
    topics = [TOPICS.get(each) for each in name.split("+")]
    if None in topics:
        return None
    return int(number), merge_topics(topics)


def unsubscribe_link(number, topic):
    """The address that stops a topic for a member, without signing in. It never runs out."""
    return link("mail_unsubscribe", unsubscribe_token(number, topic))
