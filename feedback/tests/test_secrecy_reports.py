"""What breaks tells where, never what was written (P33, ways 19 and 20)."""

import logging

import pytest
from django.core import mail
from django.utils.log import AdminEmailHandler
from django.views import debug

import factories
from matching.models import RequestStatus
from testing import world
from testing.places import MARKER

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
DOORS = {
    "feedback_write": ({"letter": MARKER}, "feedback.services.give_feedback"),
    "feedback_draft": ({"letter": MARKER}, "feedback.services.save_feedback_draft"),
    "feedback_answer": ({"text": MARKER}, "feedback.services.FeedbackAnswer"),
    "feedback_list": (None, "feedback.archive.letters_of"),
    "feedback_archive": (None, "feedback.archive.as_data"),
    "request_new": ({"message": MARKER, "focus": "specific-skill"}, "matching.services.send_request"),
    "request_draft": ({"message": MARKER}, "matching.services.save_request_draft"),
    "request_talk": ({"talk-text": MARKER}, "matching.services.RequestMessage"),
    "request_decline": ({"decline-text": MARKER}, "matching.services._decide"),
    "agreement_propose": ({"focus": MARKER}, "mentorships.services.agreement.propose_agreement"),
    "agreement": (None, "mentorships.views.agreement.parts_of"),
    "goal_new": ({"title": MARKER}, "mentorships.services.goals.add_goal"),
    "goal_edit": ({"title": MARKER}, "mentorships.services.goals.change_goal"),
    "goal_list": (None, "mentorships.views.goals.as_shown"),
    "step_new": ({"text": MARKER}, "mentorships.services.goals.add_step"),
    "step_edit": ({"text": MARKER}, "mentorships.services.goals.change_step"),
    "note_new": ({"text": MARKER}, "mentorships.services.notes.begin_note"),
    "note_edit": ({"text": MARKER}, "mentorships.notes.merge_lines"),
    "note_list": (None, "mentorships.views.notes.newest_of"),
    "own_note_new": ({"text": MARKER}, "mentorships.services.notes.keep_own_note"),
    "own_note_edit": ({"text": MARKER}, "mentorships.services.notes.change_own_note"),
    "own_note_list": (None, "mentorships.views.own_notes.adopt_own_notes"),
    "shortlist_note": ({"note": MARKER}, "matching.bookmarks.save_note"),
}


def broken(*args, **kwargs):
    """Breaks, with the words in a local variable and in the arguments."""
    words = f"{MARKER} {args} {kwargs}"
    raise ValueError(len(words))


@pytest.fixture
def reports(settings):
    """What is mailed to those who run the site, text and HTML."""
    settings.ADMINS = [("Ada", "ada@test.example")]
    handler = AdminEmailHandler(include_html=True)
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    debug.get_default_exception_reporter_filter.cache_clear()
    yield lambda: [
        part
        for sent in mail.outbox
        for part in (sent.subject, sent.body, *(text for text, _kind in sent.alternatives))
    ]
    logger.removeHandler(handler)
    debug.get_default_exception_reporter_filter.cache_clear()


@pytest.fixture
def break_at(client, monkeypatch):
    """`break_at(route)`: open the door with something behind it broken. The answer."""
    client.raise_request_exception = False
    people = world.build()
    urls = dict(people.addresses("mentoring.urls"))
    other = factories.mentor(name="Another").member
    urls["request_new"], urls["request_draft"] = (
        f"/mentors/{other.code}/ask/",
        f"/mentors/{other.code}/ask/draft/",
    )

    def open_door(route):
        data, behind = DOORS[route]
        people.sign_in(client, "mentor" if route == "request_decline" else "mentee")
        with monkeypatch.context() as patch:
            patch.setattr(behind, broken)
            if data is None:
                return client.get(urls[route], {"q": MARKER}, headers={"Referer": f"/x?q={MARKER}"})
            return client.post(urls[route], data)

    assert people.request.status == RequestStatus.OPEN
    return open_door


def test_no_report_holds_a_word(break_at, reports, caplog):
    """P33: mail in text and HTML, the page shown, the log; no address, no session either."""
    caplog.set_level(logging.DEBUG)
    for route in DOORS:
        mail.outbox.clear()
        caplog.clear()
        answer = break_at(route)
        found = reports()

        assert answer.status_code == 500, route
        assert len(found) >= 3, route
        assert all("ValueError" in part or "Internal Server Error" in part for part in found), route
        for part in (*found, answer.content.decode(), caplog.text):
            assert MARKER not in part, route
            assert "@test.example" not in part.replace("ada@test.example", ""), route
            assert answer.client.cookies["member-session"].value not in part, route


def test_not_even_a_debug_page_shows_a_word(break_at, settings):
    """Way 19: DEBUG left on."""
    settings.DEBUG = True
    for route in DOORS:
        page = break_at(route).content.decode()

        assert "ValueError" in page, route
        assert MARKER not in page, route


@pytest.fixture
def stock(settings):
    """Django's own reports."""
    settings.DEFAULT_EXCEPTION_REPORTER_FILTER = "django.views.debug.SafeExceptionReporterFilter"
    settings.DEFAULT_EXCEPTION_REPORTER = "django.views.debug.ExceptionReporter"


def test_djangos_own_report_would_show_it(stock, reports, break_at):
    """The tests above can fail: with the stock report the words, or those looked for, stand in it."""
    for route in DOORS:
        mail.outbox.clear()
        break_at(route)

        assert any(MARKER in part for part in reports()), route
