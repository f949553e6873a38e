"""Product 4: two minutes to begin. Three short steps, each skippable, shown once; then mentors with reasons."""

import pytest
from django.utils import timezone

import factories
from factories import HOSTILE
from profiles.models import Member
from profiles.tests.first_steps import address, again
from testing.pages import main_text

pytestmark = pytest.mark.django_db
STEPS = ["looking-for", "where", "languages"]
ROLES = ("mentor", "mentee", "stranger", "coordinator")


def test_the_first_page_leads_through_them_in_order(as_, newcomer):
    client = as_(newcomer)
    assert client.get("/").url == address("looking-for")
    ways = [client.post(address(part)).url for part in STEPS]

    assert ways == [address("where"), address("languages"), "/start/mentors/"]
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("part", STEPS)
@pytest.mark.parametrize("who", ROLES)
def test_every_member_can_open_a_step_again_and_nobody_is_led_there_twice(who, part, as_, request):
    client = as_(request.getfixturevalue(who))

    assert client.get(address(part)).status_code == 200
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("part", [*STEPS, "mentors"])
def test_signed_out_there_is_the_sign_in(part, client):
    assert "/accounts/login/" in client.get(address(part)).url


def test_a_step_that_is_none_is_not_found(as_, newcomer):
    assert as_(newcomer).get(address("elsewhere")).status_code == 404


def test_what_is_filled_in_is_kept(as_, newcomer):
    client = as_(newcomer)
    client.post(address("looking-for"), {"seeking": ["confidence"], "seeking_areas": ["archives"]})
    client.post(address("where"), {"country": "KE", "time_zone": "Africa/Nairobi", "windows": ["weekends"]})
    client.post(address("languages"), {"languages": ["en"], "languages_search": "swahili"})

    kept = again(newcomer)
    assert (kept.seeking, kept.seeking_areas, kept.windows) == (["confidence"], ["archives"], ["weekends"])
    assert (kept.country.code, kept.languages) == ("KE", ["en", "sw"])
    assert kept.started_at


def test_skipping_one_keeps_nothing_and_goes_on(as_, newcomer):
    answer = as_(newcomer).post(address("looking-for"), {"seeking": ["confidence"], "skip": "1"})

    assert answer.url == address("where")
    assert again(newcomer).seeking == [] and not again(newcomer).started_at


def test_skipping_the_last_one_ends_them(as_, newcomer):
    assert as_(newcomer).post(address("languages"), {"skip": "1"}).url == "/start/mentors/"
    assert again(newcomer).started_at


def test_skipping_all_is_one_click(as_, newcomer):
    client = as_(newcomer)

    assert client.post(address("looking-for"), {"skip-all": "1"}).url == "/"
    assert "Find a mentor" in main_text(client.get("/"))


def test_going_back_keeps_what_was_typed(as_, newcomer):
    client = as_(newcomer)

    assert client.post(address("languages"), {"languages": ["sw"], "back": "1"}).url == address("where")
    assert 'value="sw" checked' in client.get(address("languages")).content.decode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("field", ["seeking", "seeking_areas", "seeking_search", "seeking_areas_search"])
def test_what_is_not_on_the_list_is_said_at_its_field(field, text, as_, newcomer):
    page = as_(newcomer).post(address("looking-for"), {field: text})

    if page.status_code != 302:  # nothing but space is nothing
        assert page.status_code == 422
        assert f'href="#id_{field.removesuffix("_search")}' in page.content.decode()
        assert "<script>alert" not in page.content.decode() and "<img src=x" not in page.content.decode()
    assert again(newcomer).seeking == again(newcomer).seeking_areas == []


def test_nobody_is_made_more_than_a_member_by_a_step(as_, newcomer):
    as_(newcomer).post(address("where"), {"is_staff": "on", "email": "x@y.example", "name": "X"})

    kept = again(newcomer)
    assert (kept.is_staff, kept.email, kept.name) == (False, newcomer.email, "Noor van Dijk")


def test_a_step_leaves_alone_what_another_page_saves_meanwhile(as_, newcomer):
    """Only the fields of the step are written."""
    Member.objects.filter(pk=newcomer.pk).update(employer="Lakeside")
    as_(newcomer).post(address("where"), {"country": "KE"})

    assert again(newcomer).employer == "Lakeside"


@pytest.mark.parametrize("facts", [{"not_now_at": timezone.now()}, {"started_at": timezone.now()}])
def test_whoever_said_not_now_or_was_there_is_not_led_again(facts, as_, newcomer):
    Member.objects.filter(pk=newcomer.pk).update(**facts)

    assert as_(newcomer).get("/").status_code == 200


def test_whoever_is_busy_already_is_not_led(as_, newcomer):
    factories.request(newcomer, factories.mentor().member)

    assert as_(newcomer).get("/").status_code == 200
