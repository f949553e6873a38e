"""Product 25, 57: a wish handed to the coordinators, and no other; each look is written down."""

import pytest

from conduct.models import Block
from factories import member, mentor, pair
from mail.models import OutgoingMail
from matching import offers, wishes
from matching.models import Suggestion, Wish
from profiles.models import AccessLogEntry
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LIST = "/admin/matching/wish/"


@pytest.fixture
def handed(mentee):
    wishes.write_wish(mentee, what="binds seed packets.", focus="leadership")
    wishes.hand_to_coordinators(mentee)
    return Wish.objects.get()


@pytest.fixture
def page(handed):
    return f"{LIST}{handed.pk}/change/"


def suggest(client, wish, profile):
    return client.post(f"{LIST}{wish.pk}/suggest/", {"mentors": getattr(profile, "pk", profile)}, follow=True)


def test_the_list_tells_a_number_and_a_day_oldest_first(as_, handed, coordinator, staff_site):
    later = wishes.write_wish(member(name="Second Writer"), what="knows maps.", focus="")
    Wish.objects.filter(pk=later.pk).update(status="assign", asked_at="2030-01-01T00:00Z")
    seen = as_(coordinator).get(LIST).content.decode()

    assert seen.index(f"Post {handed.pk}") < seen.index(f"Post {later.pk}")
    for word in ("Amina", "seed packets", "Second", "knows maps"):
        assert word not in seen


def test_without_posts_the_list_says_what_will_be_here(as_, coordinator, staff_site):
    page = as_(coordinator).get(LIST).content.decode()

    assert "Nobody is waiting." in page and "Find mentors for everyone" not in page


def test_a_wish_that_was_not_handed_over_is_not_there(as_, stranger, coordinator, staff_site):
    own = wishes.write_wish(stranger, what="knows maps.", focus="")

    assert f"Post {own.pk}" not in as_(coordinator).get(LIST).content.decode()
    assert as_(coordinator).get(f"{LIST}{own.pk}/change/").status_code == 302
    assert as_(coordinator).post(f"{LIST}{own.pk}/suggest/").status_code == 404
    assert not AccessLogEntry.objects.exists()


def test_inside_stand_the_name_and_the_wish_and_the_look_is_written_down(
    as_, page, mentee, coordinator, staff_site
):
    for _twice in range(2):
        seen = main_text(as_(coordinator).get(page))

    for word in ("Amina Otieno", "binds seed packets."):
        assert word in seen
    assert mentee.email not in seen
    look = AccessLogEntry.objects.get()
    assert (look.member, look.by, look.what) == (mentee, coordinator, "wish")


def test_no_offer_no_answer_no_pair_and_no_block_can_be_told_from_it(
    as_, page, handed, mentee, coordinator, staff_site
):
    """Product 27: the same page, whatever stands between the wisher and any mentor."""
    profiles = [mentor(name=f"Mentor {name}", capacity=9) for name in ("One", "Two", "Three")]
    before = main_text(as_(coordinator).get(page))
    offers.offer(handed, profiles[0].member)
    offers.decline_offer(mentee, profiles[0].member.code)
    pair(profiles[1].member, mentee)
    Block.objects.create(by=profiles[2].member, whom=mentee)

    assert main_text(as_(coordinator).get(page)) == before


def test_a_suggestion_reaches_the_member(
    as_, page, handed, mentee, mentor, coordinator, settings, staff_site
):
    answer = suggest(as_(coordinator), handed, mentor.mentor_profile)
    assert "Suggestion sent." in main_text(answer)
    assert "Rosalind Achterberg" in main_text(as_(coordinator).get(page))

    wishes.follow_up_wishes()
    assert OutgoingMail.objects.get(to=mentee).kind == "matching/wish_suggested"
    settings.ROOT_URLCONF = "mentoring.urls"
    seen = as_(mentee).get("/wishes/mine/")
    assert "Suggested by the coordinators" in main_text(seen)
    assert f'href="/mentors/{mentor.code}/ask/"' in seen.content.decode()


def test_the_same_mentor_twice_is_refused_by_name(as_, handed, mentor, coordinator, staff_site):
    suggest(as_(coordinator), handed, mentor.mentor_profile)
    answer = suggest(as_(coordinator), handed, mentor.mentor_profile)

    assert "Rosalind Achterberg was already suggested for this post" in main_text(answer)
    assert Suggestion.objects.count() == 1


@pytest.mark.parametrize("whom", ("", "0", "words", "full", "herself"))
def test_only_a_mentor_who_can_be_asked_can_be_suggested(whom, as_, handed, coordinator, staff_site):
    if whom == "full":
        whom = mentor(taking_requests=False)
    elif whom == "herself":
        whom = mentor()
        Wish.objects.update(member=whom.member)
    answer = suggest(as_(coordinator), handed, whom)

    assert "Choose mentors who are on the list and have room" in main_text(answer)
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("who", ("mentee", "mentor", "stranger"))
def test_members_do_not_come_in(who, as_, page, handed, request):
    client = as_(request.getfixturevalue(who))
    request.getfixturevalue("staff_site")

    for url in (LIST, page):
        assert client.get(url).status_code == 302
    assert client.post(f"{LIST}{handed.pk}/suggest/").status_code == 302


def test_staff_without_the_right_sees_none(as_, page, handed, mentor, staff_site):
    """Staff, and not in the group of coordinators."""
    client = as_(member(is_staff=True))

    for url in (LIST, page):
        assert client.get(url).status_code == 403
    assert suggest(client, handed, mentor.mentor_profile).status_code == 403
    assert not Suggestion.objects.exists()


def test_nothing_is_changed_added_or_deleted_there(as_, page, handed, coordinator, staff_site):
    client = as_(coordinator)
    assert client.post(page, {"what": "other words"}).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{handed.pk}/delete/", {"post": "yes"}).status_code == 403

    assert Wish.objects.get().what == "binds seed packets."


def test_fifty_cost_as_much_as_one(as_, page, coordinator, statements, staff_site):
    client, counts = as_(coordinator), []
    mentor()
    for number in (0, 49):
        for _one in range(number):
            wishes.write_wish(member(), what="knows maps.", focus="")
            mentor()
        Wish.objects.update(status="assign", asked_at="2030-01-01T00:00Z")
        counts.append((statements(client, LIST), statements(client, page)))

    assert counts[0] == counts[1]
