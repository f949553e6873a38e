"""The form that asks a mentor."""

from matching.models import MentorRequest, RequestStatus

WORDS = {
    "focus": "specific-skill",
    "message": "Could we talk about my backlog?",
    "hopes": "A plan I believe in.",
    "style": "ongoing",
    "line_manager": "no",
}


def ask(mentor_member):
    return f"/mentors/{mentor_member.code}/ask/"


def send(client, mentor_member, **changed):
    return client.post(ask(mentor_member), {**WORDS, "send": "1", **changed})


def drafts(mentee):
    return list(MentorRequest.objects.filter(mentee=mentee, status=RequestStatus.DRAFT))
