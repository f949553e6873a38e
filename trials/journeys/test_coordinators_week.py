"""Product 54: the core of a coordinator's week, on a small year of the demonstration: at a desk, and on a phone."""

import re
import sqlite3
from datetime import timedelta

import pytest
from django.utils import timezone

from trials.journeys.conftest import PASSWORD, PHONE, Visitor, started
from trials.journeys.test_first_request import manage

pytestmark = pytest.mark.browser
COORDINATOR = "coordinator@demo.example"
YEAR = ("--members", "60", "--seed", "3")
ANSWER = "Write to them first: a line is enough."
MEMBERS_FILE = """Member ID,Email,First name,Last name,Membership status
4001,nora.quill@lib.example,Nora,Quill,Active
4002,omar.page@lib.example,Omar,Page,Honorary fellow
4003,nobody-here,Bad,Row,Active
"""


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """A programme of its own, a year old."""
    with started(tmp_path_factory.mktemp("year")) as running:
        manage(running, "demo", "--year", *YEAR, process="member")
        yield running


@pytest.fixture
def visit(browser, year):
    """`visit(address)`: a member who has signed in; `staff=True`: on the staff site."""
    people = []

    def arrive(email, *, staff=False, **options):
        visitor = Visitor(browser, year, **options)
        people.append(visitor)
        if not staff:
            return visitor.sign_in(email)
        visitor.go(f"{year.staff}/admin/")
        visitor.page.fill("[name=username]", email)
        visitor.page.fill("[name=password]", PASSWORD)
        visitor.page.locator("[type=submit]").first.click()
        visitor.page.wait_for_load_state()
        return visitor

    yield arrive
    for visitor in people:
        visitor.context.close()
        assert not visitor.trouble, visitor.trouble


def first_page(visitor):
    """The staff site's, where the week begins."""
    visitor.go(f"{visitor.programme.staff}/admin/")
    return visitor.page.locator(".staff-today")


def press(visitor, words):
    """A button of the staff site."""
    visitor.page.get_by_role("button", name=words, exact=True).first.click()
    visitor.page.wait_for_load_state()


def content(visitor):
    """What stands in a page of the staff site, its messages included."""
    return visitor.page.inner_text("#container")


def wait_for(visitor, words):
    """Until the page, which looks again by itself, says so."""
    visitor.page.wait_for_function(
        "words => document.body.innerText.includes(words)", arg=words, timeout=60_000
    )


def fits(visitor):
    """No sideways scrolling."""
    too_wide = visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert too_wide <= 0, visitor.page.url


def test_a_request_for_help_is_answered_and_closed(visit):
    first, second = visit(COORDINATOR, staff=True), visit(COORDINATOR, staff=True, **PHONE)
    waiting = first_page(first)
    waiting.locator("tr", has_text="Request for help").get_by_role("link").click()
    first.page.wait_for_load_state()
    second.go(first.page.url)
    fits(second)
    press(first, "Take on this case")
    first.page.fill("textarea", ANSWER)
    press(first, "Send answer")
    assert "Answer sent." in content(first)

    second.page.fill("textarea", "I had begun, too.")
    press(second, "Send answer")
    assert ANSWER in content(second) and "Read what is new above" in content(second)
    assert second.page.input_value("textarea") == "I had begun, too."

    first.page.get_by_role("link", name="Close case…").click()
    press(first, "Close case")
    assert "Case closed." in content(first)
    assert "Request for help" not in first_page(first).inner_text()


def test_names_for_everyone_who_waits_lead_to_a_mentorship(visit, year):
    coordinator = visit(COORDINATOR, staff=True)
    first_page(coordinator).get_by_role("link", name="Find mentors for everyone").click()
    coordinator.page.wait_for_load_state()
    press(coordinator, "Discard the proposal")  # the year ends with one to decide
    assert "You see the result before anyone else does" in content(coordinator)
    press(coordinator, "Find mentors")
    wait_for(coordinator, "How well the first mentor fits".upper())
    fits(coordinator)
    served = coordinator.page.locator("table", has=coordinator.page.locator("caption", has_text="Everyone"))
    member = served.locator("th[scope=row]").first.get_by_role("link")
    name = member.inner_text()
    mentor = served.locator("td strong").first.inner_text()
    press(coordinator, "Send all names to the members")
    assert re.search(r"Sent to \d+ members?\.", content(coordinator))
    assert "Nobody is waiting" in content(coordinator)

    mentee = visit(address_of(year, name), **PHONE)
    mentee.go("/wishes/mine/")
    fits(mentee)
    mentee.page.get_by_role("link", name=f"Ask {mentor}").click()
    mentee.page.fill("[name=message]", "The coordinators thought of you.")
    mentee.page.locator("main form button", has_text="Send to").first.click()
    mentee.page.wait_for_load_state()
    assert "Request sent." in mentee.text()
    asked = visit(address_of(year, mentor))
    asked.go(mentee.page.url)
    asked.page.locator("main button", has_text="Accept").first.click()
    asked.page.wait_for_load_state()
    assert "/mentorships/" in asked.page.url

    code = asked.page.url.rstrip("/").rpartition("/")[2]
    coordinator.go(f"{year.staff}/admin/matching/wish/proposal/")
    assert name not in content(coordinator) and code not in coordinator.page.content()


def test_a_file_of_members_is_looked_at_decided_and_taken_in(visit, year, tmp_path):
    coordinator = visit(COORDINATOR, staff=True, **PHONE)
    (tmp_path / "members.csv").write_text(MEMBERS_FILE)
    coordinator.go(f"{year.staff}/admin/joining/rosterimport/add/")
    coordinator.page.set_input_files("[type=file]", tmp_path / "members.csv")
    coordinator.page.locator("#content [type=submit]").first.click()
    wait_for(coordinator, "waiting for your decision")
    assert "1 person is new." in content(coordinator)
    assert "Row 4: “nobody-here” isn’t an email address" in content(coordinator)
    fits(coordinator)
    press(coordinator, "Yes, a member")
    wait_for(coordinator, "2 people are new.")
    press(coordinator, "Update the list")
    wait_for(coordinator, "members.csv: done")

    coordinator.go(f"{year.staff}/admin/joining/rosterentry/?q=quill")
    assert "nora.quill@lib.example" in content(coordinator)


def test_a_programme_is_written_published_and_found(visit, year):
    coordinator = visit(COORDINATOR, staff=True)
    coordinator.go(f"{year.staff}/admin/programmes/programme/add/")
    today = timezone.localdate()
    texts = {
        "name": "Spring circle",
        "summary": "Eight weeks.",
        "commitment": "An hour a week",
        "who": "Everyone.",
    }
    days = {"sign_up_from": 0, "sign_up_until": 20, "starts_on": 0, "ends_on": 60}
    for field, text in texts.items():
        coordinator.page.fill(f"[name={field}]", text)
    for field, ahead in days.items():
        coordinator.page.fill(f"[name={field}]", (today + timedelta(days=ahead)).isoformat())
    press(coordinator, "Save and continue editing")
    member = visit("newcomer@demo.example", **PHONE)
    member.go("/programmes/")
    assert "Spring circle" not in member.text()

    press(coordinator, "Publish")
    member.go("/programmes/")
    member.page.get_by_role("link", name="Spring circle").click()
    member.page.wait_for_load_state()
    assert "What the coordinators will see of you" in member.text()
    fits(member)


def address_of(year, name):
    """The address of a member of the demonstration: as the mentor's own page does not show it, from the database."""
    with sqlite3.connect(f"file:{year.var}/mentoring.sqlite3?mode=ro", uri=True) as database:
        return database.execute("SELECT email FROM profiles_member WHERE name = ?", [name]).fetchone()[0]
