"""Product 15, 68: one joins the list of peers, another asks, both set goals; no page and no email speaks of a mentor."""

import re

import pytest

from trials.journeys.conftest import PHONE

pytestmark = pytest.mark.browser
ROLES = re.compile(r"\b(your|their|my) (mentor|mentee)\b", re.IGNORECASE)
ABOUT = "I look after a branch alone and would like to swap one idea a month."
GOALS = {"asked": "Weed the shelves", "asker": "Sleep before deadlines"}


def test_two_peers_find_each_other(programme, visit):
    people = {
        "asked": visit("newcomer@demo.example", **PHONE),
        "asker": visit("gideon-stoltzfus@demo.example"),
    }
    join_the_list(people["asked"])
    ask(people["asker"])
    accept(people["asked"])
    for who, person in people.items():
        set_goal(person, GOALS[who])
    for person in people.values():
        text = read_goals(person)
        assert all(goal in text for goal in GOALS.values())
    programme.wait_until(
        lambda mails: [mail for mail in mails if "peer partner" in subject(mail)], "who asked"
    )
    assert not [
        mail for mail in programme.mails() if "peer" in subject(mail) and ROLES.search(mail.read_text())
    ]


def subject(mail):
    return next(line for line in mail.read_text().splitlines() if line.startswith("Subject:"))


def join_the_list(person):
    person.go("/peers/me/")
    person.page.get_by_label("What would you like to share with a peer?").fill(ABOUT)
    person.press("Join the list")
    assert "You’re on the list" in person.text()


def ask(person):
    person.go("/mentors/")
    follow(person, "Find a peer")
    follow(person, "Noor van Dijk")
    assert ABOUT in person.text()
    person.page.get_by_label("What is it about?").select_option(index=1)
    person.page.get_by_label("Your message").fill("We both work alone. Could we talk once a month?")
    person.press("Send to Noor")
    assert "Request sent" in person.text()


def accept(person):
    person.go("/requests/")
    assert "peer partner" in person.text()
    follow(person, "Gideon Stoltzfus")
    person.press("Accept Gideon as my peer partner")
    assert "is now your peer partner" in person.text()


def set_goal(person, title):
    person.go("/mentorships/")
    follow(person, re.compile("Gideon Stoltzfus|Noor van Dijk"))
    follow(person, "Goals")
    follow(person, "Set a goal")
    person.page.get_by_label("What do you want to achieve?").fill(title)
    person.page.get_by_role("main").get_by_role("button", name="Save").first.click()
    assert title in person.text()


def read_goals(person):
    """What stands in the list of goals, which speaks of no mentor."""
    follow(person, "Goals")
    text = person.text()
    assert not ROLES.search(text)
    return text


def follow(person, name):
    person.page.get_by_role("main").get_by_role("link", name=name).first.click()
    person.page.wait_for_load_state()
