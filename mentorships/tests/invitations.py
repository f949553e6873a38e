"""Inviting somebody to a mentorship begun elsewhere, and answering."""

from mentorships.services import recording


def invite(by, address, *, by_mentor=False):
    return recording.invite(by=by, address=address, by_mentor=by_mentor, focus="leadership")


def answer(client, invitation, choice="confirm"):
    return client.post(f"/mentorships/invited/{invitation.code}/answer/", {choice: "1"}, follow=True)
