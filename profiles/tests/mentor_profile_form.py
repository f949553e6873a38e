"""The form of a mentor profile, as it is filled in."""

from profiles.models import MentorProfile

LEAST = {"capacity": "2", "taking_requests": "on"}
GOOD = {**LEAST, "area_0": "archives", "bio": "I mend bindings."}


def save(client, **facts):
    return client.post("/profile/mentor/", facts, follow=True)


def mine():
    return MentorProfile.objects.get()
