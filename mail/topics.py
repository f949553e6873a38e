"""What a mail is about: the topics a member can stop, and the links that stop them.

A topic is the first part of a mail's kind, or names the beginnings of its kinds. Everything else (the
account and its safety, leaving, cases, whether a mentor is still willing) has no topic and always comes.
"""

from dataclasses import dataclass

from django.core import signing
from django.utils.translation import gettext_lazy as _

from mentoring.lib.links import member_link as link
from mentoring.lib.signed import signer

SALT = "mail.unsubscribe"


@dataclass(frozen=True)
class Topic:
    """Mails that are stopped together. Whole sentences: no language can be glued from pieces."""

    name: str
    label: str
    stop: str
    kinds: tuple = ()  # beginnings of kinds, besides the topic's own folder
    on_request: bool = False  # comes only to those who asked for it


TOPICS = {
    topic.name: topic
    for topic in (
        Topic("matching", _("Requests"), _("Stop mails about requests"), ("reminders/request_",)),
        Topic("feedback", _("Feedback"), _("Stop mails about feedback")),
        Topic("mentorships", _("Your mentorships: agreement, notes, pauses, endings"),
              _("Stop mails about your mentorships")),
        Topic("meetings", _("Meetings"), _("Stop mails about meetings")),
        Topic("starts", _("The start of a mentorship: help on the first steps"),
              _("Stop help on the first steps"), ("reminders/first_",)),
        Topic("checkins", _("Check-ins when a mentorship has been quiet for long"),
              _("Stop check-ins"), ("reminders/checkin",)),
        Topic("nudges", _("A profile that is half finished"), _("Stop mails about a half-finished profile"),
              ("reminders/nudge",)),
        Topic("prompts", _("Something to talk about, once a month"), _("Stop the monthly conversation prompt"),
              ("reminders/prompt",), on_request=True),
    )
}  # fmt: skip


def topic_of(kind):
    """The topic of a kind of mail, or None: a mail that always comes."""
    named = (topic for topic in TOPICS.values() if topic.kinds and kind.startswith(topic.kinds))
    return TOPICS.get(kind.partition("/")[0]) or next(named, None)


def merge_topics(topics):
    """Several topics as one, for a mail that holds several: its stop stops them all."""
    topics = sorted(set(topics), key=lambda topic: topic.name)
    if len(topics) == 1:
        return topics[0]
    label = "; ".join(str(topic.label) for topic in topics)
    return Topic("+".join(topic.name for topic in topics), label, _("Stop mails like these"))


def unsubscribe_token(number, topic):
    """The same for a member's number and a topic, always: a mail built twice is the same to the byte."""
    return signer(SALT).sign(f"{number}.{topic.name}")


def read_unsubscribe_token(token):
    """(member's number, topic) of a token, or None if it was not made here for this."""
    try:
        number, _dot, name = signer(SALT).unsign(token).partition(".")
    except signing.BadSignature:
        return None
    names = name.split("+")
    if not all(each in TOPICS for each in names):
        return None
    return int(number), merge_topics(TOPICS[each] for each in names)


def unsubscribe_link(number, topic):
    """The address that stops a topic for a member, without signing in. It never runs out."""
    return link("mail_unsubscribe", unsubscribe_token(number, topic))
