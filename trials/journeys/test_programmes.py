"""Product 49, 54: a programme made, joined, lived in and looked at; coordinators see just what was said before joining."""

from datetime import timedelta

import pytest
from django.utils import timezone

from trials.journeys.conftest import PHONE, Visitor
from trials.journeys.test_pages import problems

pytestmark = pytest.mark.browser
NAME = "Winter programme"
MENTOR, MENTEE = "priya-raghunathan@demo.example", "thandeka-mabaso@demo.example"
DAY = "%Y-%m-%d"


def staff_of(programme, browser):
    """A coordinator on the staff site."""
    visitor = Visitor(browser, programme)
    visitor.go(f"{programme.staff}/admin/")
    visitor.page.fill("[name=username]", "coordinator@demo.example")
    visitor.page.fill("[name=password]", "reading-room-demo")
    visitor.page.locator("[type=submit]").first.click()
    return visitor


def written(visitor, programme):
    """A programme that shows who is paired, and not what they have done; with one milestone; published."""
    today = timezone.localdate()
    visitor.go(f"{programme.staff}/admin/programmes/programme/add/")
    texts = {"name": NAME, "summary": "Ten weeks.", "commitment": "An hour a week", "who": "Everyone."}
    days = {"sign_up_from": 0, "sign_up_until": 9, "starts_on": 0, "ends_on": 70}
    for name, text in texts.items():
        visitor.page.fill(f"[name={name}]", text)
    for name, ahead in days.items():
        visitor.page.fill(f"[name={name}]", (today + timedelta(days=ahead)).strftime(DAY))
    visitor.page.select_option("[name=sees]", "2")
    visitor.page.locator("#milestones-group .add-row a").click()
    visitor.page.fill("[name=milestones-0-title]", "Kick-off")
    visitor.page.fill("[name=milestones-0-due_on]", (today + timedelta(days=5)).strftime(DAY))
    visitor.page.click("[name=_continue]")
    where = visitor.page.url
    visitor.page.get_by_role("button", name="Publish").click()
    return where


def well_made(visitor):
    """Nothing that axe finds, and no sideways scrolling; at a desk for one of them, on a phone in the dark for the other."""
    assert problems(visitor) == [], visitor.page.url
    assert visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, (
        visitor.page.url
    )


def joins(visitor, part):
    """From the list of programmes, by a click."""
    visitor.go("/programmes/")
    visitor.page.get_by_role("link", name=NAME).click()
    said = visitor.text()
    assert "What the coordinators will see of you" in said and "who you’re paired with" in said
    well_made(visitor)
    visitor.page.check(f"[name=part][value={part}]")
    visitor.page.check("[name=suits]")
    visitor.page.locator("#join button").click()
    visitor.page.wait_for_load_state()
    assert "You’ve joined the programme." in visitor.text()
    well_made(visitor)


def test_a_programme_from_its_making_to_a_milestone(browser, programme):
    coordinator = staff_of(programme, browser)
    where = written(coordinator, programme)
    mentor = Visitor(browser, programme).sign_in(MENTOR)
    mentee = Visitor(browser, programme, **PHONE).sign_in(MENTEE)
    joins(mentor, "mentor")
    joins(mentee, "mentee")

    mentee.page.get_by_role("link", name="Find your mentor in the programme").click()
    well_made(mentee)
    mentee.page.get_by_role("link", name="Ask Priya Raghunathan").click()
    well_made(mentee)
    mentee.page.select_option("[name=focus]", "confidence")
    mentee.page.fill("[name=message]", "Shall we do this together?")
    mentee.page.locator("[name=send]").click()
    mentee.page.wait_for_url("**/requests/**")
    mentor.go(mentee.page.url)
    mentor.page.get_by_role("button", name="Accept").first.click()
    mentor.page.wait_for_url("**/mentorships/**")
    mentor.page.get_by_role("link", name=NAME).click()
    mentor.page.get_by_role("button", name="Mark as done").click()
    mentor.page.wait_for_load_state()
    assert "Marked as done." in mentor.text()
    well_made(mentor)

    coordinator.go(where.replace("/change/", "/people/"))
    seen = coordinator.page.inner_text("body")
    assert "Priya Raghunathan" in seen and "Thandeka Mabaso" in seen and "Pairs" in seen
    assert "Kick-off" not in seen and "Shall we" not in seen
    for visitor in (coordinator, mentor, mentee):
        visitor.context.close()
        assert not visitor.trouble, visitor.trouble
