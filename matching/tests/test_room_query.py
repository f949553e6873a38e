"""Product 9, 14: the database's way of asking who has room says what a profile says."""

from factories import mentor
from matching.availability import with_room
from profiles import moderation
from profiles import services as people
from profiles.models import MentorProfile


def test_the_query_of_room_says_what_the_profile_says(db):
    profiles = [mentor(capacity=2, taking_requests=taking) for taking in (True, True, True, False, True)]
    people.pause(profiles[0])
    moderation.hide(profiles[1], reason="A check.")
    people.take_place(profiles[2].member)
    moderation.suspend(profiles[4].member)
    rows = MentorProfile.objects.select_related("member")
    with_a_place = {profile.pk for profile in rows if profile.listed and profile.room}

    assert set(with_room().values_list("pk", flat=True)) == with_a_place == {profiles[2].pk}
