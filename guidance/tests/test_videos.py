"""Product 51: videos beside a chapter, with their length and what they say; a link that is gone is told."""

import pytest
from django.utils import timezone

from guidance.models import Video
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ADD = "/admin/guidance/video/add/"


@pytest.fixture
def video():
    return make()


def make(**fields):
    return Video.objects.create(
        **{
            "chapter": "feedback",
            "language": "en-gb",
            "title": "Feedback at a desk",
            "url": "https://video.example/1",
            "minutes": 7,
            "text": "Two people talk about a **reading group**.",
        }
        | fields
    )


def typed(**fields):
    return {
        "chapter": "feedback",
        "language": "en-gb",
        "title": "Feedback",
        "url": "https://video.example/1",
        "minutes": "7",
        "text": "What it says.",
    } | fields


def test_a_video_is_a_link_with_its_length_and_what_it_says(video, client):
    page = client.get("/guide/feedback/")

    assert 'href="https://video.example/1" rel="noopener noreferrer external"' in page.content.decode()
    assert "7 minutes" in main_text(page) and "reading group" in main_text(page)
    assert "<iframe" not in page.content.decode()
    assert "Feedback at a desk" not in main_text(client.get("/guide/agreement/"))
    assert "Feedback at a desk" not in main_text(
        client.get("/guide/feedback/", headers={"accept-language": "es"})
    )


def test_fifty_videos_cost_no_more_than_one(video, client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/guide/feedback/")
    for number in range(49):
        make(title=f"Video {number}")
    with django_assert_num_queries(1):
        client.get("/guide/feedback/")


def test_a_member_tells_once_that_a_link_is_gone(video, as_, mentee):
    answer = as_(mentee).post(f"/guide/feedback/videos/{video.pk}/gone/")
    assert answer.url == "/guide/feedback/"
    first = Video.objects.get().gone_since
    as_(mentee).post(f"/guide/feedback/videos/{video.pk}/gone/")

    assert Video.objects.get().gone_since == first
    assert "may not work" in main_text(as_(mentee).get("/guide/feedback/"))


def test_coordinators_see_that_it_is_gone_until_they_save_it(staff_site, as_, coordinator):
    video = make(gone_since=timezone.now())
    assert "link of a video in the handbook" in main_text(as_(coordinator).get("/admin/"))

    page = f"/admin/guidance/video/{video.pk}/change/"
    assert as_(coordinator).post(page, typed(url="https://video.example/2")).status_code == 302
    assert Video.objects.get().gone_since is None


def test_whoever_is_signed_out_tells_nothing(video, client):
    client.post(f"/guide/feedback/videos/{video.pk}/gone/")

    assert Video.objects.get().gone_since is None


def test_a_video_that_is_not_there_is_not_found(as_, mentee):
    assert as_(mentee).post("/guide/feedback/videos/99/gone/").status_code == 404


@pytest.mark.parametrize(
    ("field", "typed_value"),
    [
        ("url", "http://video.example/1"),
        ("url", "javascript:alert(1)"),
        ("url", "https://me:secret@video.example/"),
        ("minutes", "0"),
        ("minutes", "9999"),
        ("chapter", "nothing"),
        ("text", "<script>alert(1)</script>"),
        ("text", " "),
        ("title", ""),
    ],
)
def test_what_cannot_be_a_video_is_refused_at_its_field(field, typed_value, staff_site, as_, coordinator):
    page = as_(coordinator).post(ADD, typed(**{field: typed_value}))

    assert page.status_code == 200 and page.context["adminform"].form.errors.keys() == {field}
    assert Video.objects.count() == 0


def test_a_coordinator_adds_one_and_takes_it_off_the_page(staff_site, as_, coordinator):
    assert as_(coordinator).post(ADD, typed(is_shown="on")).status_code == 302
    video = Video.objects.get()
    assert list(Video.objects.of("feedback", "en-us")) == [video]
    as_(coordinator).post(f"/admin/guidance/video/{video.pk}/change/", typed())

    assert list(Video.objects.of("feedback", "en-us")) == []
