"""Product 53: each of these pages leads to the chapter that helps there, and the chapter leads back."""

import pytest

from testing.making import agreed

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ALONE = {
    "/help/new/": "more-than-a-rough-spot",
    "/profile/mentor/": "what-a-mentor-does",
    "/open-hours/": "one-off-talks",
    "/open-hours/offer/": "one-off-talks",
    "/meetings/time/": "time-from-your-employer",
    "/start/looking-for/": "what-mentoring-is",
}
OF_THE_PAIR = {
    "agreement/": "agreement",
    "agreement/propose/": "agreement",
    "feedback/write/": "feedback",
    "end/": "ending-well",
    "trouble/": "rough-spots",
    "meetings/new/": "distance-and-time-zones",
    "contact/": "keeping-in-touch",
}


def leads(client, url, slug):
    page = client.get(url)
    assert page.status_code == 200
    link = f"/guide/{slug}/?back="
    assert link in page.content.decode(), url
    back = client.get(f"/guide/{slug}/", {"back": url})
    return f'href="{url}"' in back.content.decode()


@pytest.mark.parametrize("url", ALONE)
def test_pages_of_ones_own(url, as_, mentor):
    assert leads(as_(mentor), url, ALONE[url])


@pytest.mark.parametrize("path", OF_THE_PAIR)
def test_pages_of_the_two(path, as_, pair, mentee):
    assert leads(as_(mentee), pair.get_absolute_url() + path, OF_THE_PAIR[path])


def test_asking_a_mentor(as_, stranger, mentor):
    assert leads(as_(stranger), f"/mentors/{mentor.code}/ask/", "finding-and-asking")


def test_a_first_meeting_and_no_other(as_, pair, mentee):
    meeting = agreed(pair, mentee)

    assert leads(as_(mentee), meeting.get_absolute_url(), "first-meeting")
