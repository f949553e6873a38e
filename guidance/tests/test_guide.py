"""Product 51: the handbook, for everyone; contents, search, print, ways on and back."""

import pytest
from django.utils import translation

from guidance.handbook.chapters import HANDBOOK, chapters, read_chapter
from guidance.handbook.search import search
from testing.guide import change_page, page_text
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_it_is_linked_at_the_foot_of_every_page_and_open_to_everyone(client, mentee, as_):
    for reader in (client, as_(mentee)):
        assert 'href="/guide/"' in reader.get("/").content.decode()
        assert reader.get("/guide/").status_code == 200


def test_the_contents_have_every_chapter_with_its_summary_and_minutes(client):
    page = main_text(client.get("/guide/"))

    for each in chapters("en-gb"):
        assert each.title in page and each.summary in page
        assert 1 <= each.minutes <= 5
    assert "minutes" in page


@pytest.mark.parametrize("slug", HANDBOOK.slugs)
def test_each_chapter_is_a_page(slug, client):
    page = client.get(f"/guide/{slug}/")

    assert page.status_code == 200
    assert read_chapter(slug, "", HANDBOOK.shipped_text(slug, "en-gb")).title in main_text(page)


def test_it_is_read_in_the_language_of_the_reader(client):
    page = client.get("/guide/feedback/", headers={"accept-language": "fr"})

    assert 'lang="fr"' in page.content.decode() and "Sources" in main_text(page)
    with translation.override("fr"):
        assert chapters("fr")[0].title in main_text(client.get("/guide/", headers={"accept-language": "fr"}))


def test_a_chapter_leads_to_the_one_before_and_the_next(client):
    first, second, third = chapters("en-gb")[:3]
    page = client.get(f"/guide/{second.slug}/").content.decode()

    assert f'rel="prev" href="/guide/{first.slug}/"' in page
    assert f'rel="next" href="/guide/{third.slug}/"' in page
    assert 'rel="prev"' not in client.get(f"/guide/{first.slug}/").content.decode()


def test_all_of_it_is_one_page_to_print(client):
    page = main_text(client.get("/guide/print/"))

    assert all(each.title in page for each in chapters("en-gb"))


def test_a_chapter_that_is_not_there_is_not_found(client):
    assert client.get("/guide/nothing/").status_code == 404
    assert client.get("/guide/own-nothing/").status_code == 404


@pytest.mark.parametrize("back", ["/mentors/", "/mentorships/5c1f/feedback/"])
def test_it_leads_back_to_the_page_of_this_site_that_led_here(back, client):
    assert f'href="{back}"' in client.get("/guide/feedback/", {"back": back}).content.decode()


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/" + "a" * 999],
)
def test_it_leads_nowhere_else(back, client):
    page = client.get("/guide/feedback/", {"back": back}).content.decode()

    assert "evil" not in page and "Back to where you were" not in page


def test_a_search_finds_the_pages_with_all_words_without_accents(client, coordinator):
    change_page(coordinator, page_text("Un café à deux", "On parle bien autour d’un café."), name="own-cafe")

    assert "Un café à deux" in main_text(client.get("/guide/", {"q": "CAFE autour"}))
    assert "No page has all these words" in main_text(client.get("/guide/", {"q": "cafe zebra"}))


def test_a_word_in_the_title_comes_first_and_the_passage_has_the_word():
    hits = search(chapters("en-gb"), "feedback")

    assert "feedback" in hits[0].chapter.title.lower() or hits[0].chapter.slug == "feedback"
    assert all("feedback" in f"{hit.passage} {hit.chapter.title}".lower() for hit in hits)


@pytest.mark.parametrize("query", ["a" * 5000, "\x00", "((((", "<b>", "' OR 1=1", " "])
def test_odd_searches_are_answered(query, client):
    assert client.get("/guide/", {"q": query}).status_code == 200
    assert "<b>" not in main_text(client.get("/guide/", {"q": query}))


def test_a_page_that_is_taken_out_is_gone_with_the_links_to_it(client, coordinator, mentee, as_):
    assert "From the handbook" in main_text(as_(mentee).get("/help/new/"))
    change_page(coordinator, "", name="more-than-a-rough-spot")

    assert client.get("/guide/more-than-a-rough-spot/").status_code == 404
    assert "From the handbook" not in main_text(as_(mentee).get("/help/new/"))


def test_hostile_markdown_is_shown_as_it_was_typed(client, coordinator):
    body = "[x](javascript:alert(1)) ![i](https://evil.example/p.png) &lt;script&gt;"
    change_page(coordinator, page_text("Our page", body), name="own-page")
    page = client.get("/guide/own-page/").content.decode()

    assert 'href="javascript' not in page and "<img" not in page and "<script>alert" not in page
