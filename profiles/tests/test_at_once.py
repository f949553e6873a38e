"""Product 23, P35: whatever happens to a profile at the same moment, its places and its rows hold."""

from collections import Counter

from factories import member, mentor
from mail.models import OutgoingMail
from profiles import moderation, services
from profiles.models import AccessLogEntry, Member, MentorProfile


def kinds(results):
    return Counter(type(one).__name__ for one in results)


def test_twelve_who_take_three_places_at_once_take_three(at_once):
    one = mentor(capacity=3)

    results = at_once([lambda: services.take_place(one.member)] * 12)

    assert kinds(results) == {"NoneType": 3, "NoRoom": 9}
    assert MentorProfile.objects.get().active == 3


def test_places_given_back_at_once_are_all_counted(at_once):
    one = mentor(capacity=3)
    for _ in range(3):
        services.take_place(one.member)

    results = at_once([lambda: services.give_back_place(one.member)] * 5)

    assert kinds(results) == {"NoneType": 5}
    assert MentorProfile.objects.get().active == 0


def test_two_clicks_on_the_first_save_are_one_profile(at_once):
    one = member()

    results = at_once(
        [lambda n=n: services.save_mentor(MentorProfile(member=one, bio=f"Bio {n}")) for n in range(6)]
    )

    assert kinds(results) == {"NoneType": 6}
    assert MentorProfile.objects.count() == 1


def test_two_coordinators_who_suspend_at_once_tell_the_member_once(at_once):
    one = member()

    at_once([lambda: moderation.suspend(Member.objects.get(pk=one.pk))] * 6)

    assert not Member.objects.get().is_active
    assert OutgoingMail.objects.filter(kind="profiles/account_suspended").count() == 1


def test_two_coordinators_who_hide_at_once_give_one_reason(at_once):
    """The one that the mail holds is the one that the profile shows."""
    one = mentor()

    at_once([lambda n=n: moderation.hide(one, reason=f"Reason {n}.") for n in range(6)])

    reason = MentorProfile.objects.get().hidden_reason
    assert reason in OutgoingMail.objects.get(kind="profiles/profile_hidden").text
    assert not AccessLogEntry.objects.exists()
