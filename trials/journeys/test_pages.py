"""Every page: axe in light and dark, on a phone and on a desk; no sideways scroll; shots on demand."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from trials.journeys.conftest import Visitor

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
AXE = (HERE / "vendor" / "axe.min.js").read_text()
SHOTS = HERE.parent / "var" / "shots"
OUT = (
    "/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/login/code/",
    "/accounts/password/reset/",
    "/privacy/",
    "/accessibility/",
    "/demo/mail/",
    "/no-such-page/",
    "/could-i-be-a-mentor/",
    "/guide/",
    "/guide/?q=feedback",
    "/guide/feedback/?back=/privacy/",
    "/guide/print/",
    "/certificates/guessed/",
)
IN = (
    "/",
    "/mentors/",
    "/mentors/?q=underwater+basket+weaving",
    "/mentors/?area=library-systems&accepting=true",
    "/shortlist/",
    "/wishes/",
    "/wishes/mine/",
    "/requests/",
    "/mentorships/",
    "/programmes/",
    "/start/looking-for/",
    "/start/where/",
    "/start/languages/",
    "/start/mentors/",
    "/profile/",
    "/profile/mentor/",
    "/profile/photo/",
    "/mentorships/record/",
    "/help/",
    "/help/new/",
    "/profile/seen/",
    "/profile/blocked/",
    "/profile/take-along/",
    "/profile/close/",
    "/profile/mails/",
    "/meetings/",
    "/meetings/time/",
    "/meetings/time/letter/",
    "/meetings/calendar/",
    "/open-hours/",
    "/open-hours/mine/",
    "/open-hours/offer/",
    "/guide/",
    "/orientation/",
    "/orientation/mentee/1/",
    "/recognition/",
    "/recognition/certificates/new/",
    "/recognition/hours/",
    "/recognition/hours/new/",
    "/invite-a-colleague/",
    "/worksheets/",
    "/worksheets/goals/",
    "/worksheets/goals/print/",
    "/worksheets/goals/print/empty/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/sessions/",
    "/accounts/2fa/",
    "/accounts/logout/",
)
LOOKS = [
    pytest.param({"width": width, "height": 900}, scheme, id=f"{width}-{scheme}")
    for width in (390, 1280)
    for scheme in ("light", "dark")
]
A_MONTH_WITH_DAYS_AROUND_IT = "/meetings/2027/4/"


def next_month():
    """Where the next month stands: on the last days of a month it shows today, among the days around its own."""
    day = datetime.now().replace(day=1) + timedelta(days=32)
    return f"/meetings/{day.year}/{day.month}/"


@pytest.fixture(scope="module")
def pair(browser, programme):
    """Addresses beneath one pair of the demonstration, made in the browser: a letter, a draft, a request."""
    mentee = Visitor(browser, programme).sign_in("newcomer@demo.example")
    mentor = Visitor(browser, programme).sign_in("mentor@demo.example")
    mentee.go("/mentors/?q=Ferreira")
    mentee.page.locator("article[data-mentor] h3 a").first.click()
    profile = mentee.page.url
    mentee.go(f"{profile}ask/")
    mentee.page.select_option("[name=focus]", "confidence")
    mentee.page.fill("[name=message]", "May I ask you about first classes?")
    mentee.press("Send to Tomás")
    request = mentee.page.url
    mentor.go(request)
    paths = {"request": request, "profile": profile}
    mentor.press("Accept Noor as my mentee")
    paths["pair"] = mentor.page.url
    mentor.go(f"{mentor.page.url}feedback/write/")
    mentor.page.fill("[name=letter]", "You asked the question everybody was thinking.")
    mentor.press("Send to Noor")
    paths |= meetings(mentor, mentee, paths["pair"])
    mentee.context.close()
    mentor.context.close()
    return paths


def meetings(mentor, mentee, pair):
    """A meeting that is agreed, one that waits for an answer, a rhythm that runs."""
    paths = {}
    for name, days in (("meeting", 5), ("meeting offered", 9)):
        mentor.go(f"{pair}meetings/new/")
        for slot in range(2):
            at = datetime.now() + timedelta(days=days + slot)
            mentor.page.fill(f"[name=slot_{slot}]", at.strftime("%Y-%m-%dT14:00"))
        mentor.press("Offer these times to Noor")
        paths[name] = mentor.page.url
        if name == "meeting":
            mentee.go(mentor.page.url)
            mentee.page.locator("button.slot").first.click()
            mentee.page.wait_for_load_state()
            mentee.press("Start with an agenda for a first meeting")
    mentor.go(f"{pair}meetings/rhythm/new/")
    mentor.page.fill("[name=at]", "15:00")
    mentor.press("Propose to Noor")
    mentee.go(f"{pair}meetings/rhythm/")
    mentee.press("Yes, that suits me")
    mentor.go(f"{pair}meetings/")
    mentor.press("We’ve just talked")
    return paths | {
        "meeting held": mentor.page.url,
        "meeting offer": f"{paths['meeting']}offer/",
        "meeting cancel": f"{paths['meeting']}cancel/",
        "meeting note": f"{paths['meeting']}note/",
    }


def problems(visitor):
    """What axe finds, in short."""
    before = list(visitor.trouble)
    visitor.page.evaluate(AXE)
    found = visitor.page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    visitor.trouble[:] = before  # axe tries styles of its own, which the policy refuses
    return [(row["id"], [node["html"][:120] for node in row["nodes"][:3]]) for row in found["violations"]]


def looked_at(visitor, path, name):
    """Open, check, and keep a picture if asked for."""
    visitor.go(path)
    visitor.page.wait_for_load_state("networkidle")
    if os.environ.get("SHOTS"):
        SHOTS.mkdir(parents=True, exist_ok=True)
        visitor.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
    wide = visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    found = problems(visitor)
    return found + ([("scrolls sideways", wide)] if wide > 0 else [])


def name_of(path, look):
    """A file name for a picture."""
    return (path.strip("/").replace("/", "-").replace("?", "-")[:40] or "home") + f"-{look}"


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_shots_signed_out(visit, viewport, scheme):
    """Product 63."""
    visitor = visit(viewport=viewport, color_scheme=scheme)
    look = f"out-{viewport['width']}-{scheme}"
    found = {path: looked_at(visitor, path, name_of(path, look)) for path in OUT}
    assert not {path: rows for path, rows in found.items() if rows}


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_shots_signed_in(visit, viewport, scheme):
    """Product 63."""
    visitor = visit("wanjiru-kamande@demo.example", viewport=viewport, color_scheme=scheme)
    look = f"in-{viewport['width']}-{scheme}"
    paths = (*IN, next_month())
    found = {path: looked_at(visitor, path, name_of(path, look)) for path in paths}
    assert not {path: rows for path, rows in found.items() if rows}


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_today_can_be_read_on_whichever_day_of_a_month_it_falls(visit, viewport, scheme):
    """Product 63: each day is marked as today, so that it holds whenever this runs."""
    visitor = visit("wanjiru-kamande@demo.example", viewport=viewport, color_scheme=scheme)
    visitor.go(A_MONTH_WITH_DAYS_AROUND_IT)
    visitor.page.evaluate(
        "document.querySelectorAll('.month td').forEach(cell => cell.classList.add('today'))"
    )
    around = visitor.page.locator("td.outside.today")
    assert around.count() and visitor.page.locator("td.today:not(.outside)").first.is_visible()
    assert around.first.is_visible() == (viewport["width"] > 390)  # a phone shows the month alone
    assert not problems(visitor)


@pytest.mark.parametrize(("viewport", "scheme"), LOOKS)
def test_shots_of_a_pair(visit, pair, viewport, scheme):
    """Product 63: the pages of the two, and those on the way there."""
    visitor = visit("newcomer@demo.example", viewport=viewport, color_scheme=scheme)
    look = f"pair-{viewport['width']}-{scheme}"
    beneath = (
        "feedback",
        "feedback/write",
        "archive",
        "end",
        "pause",
        "trouble",
        "trouble/help",
        "trouble/report",
        "agreement",
        "agreement/propose",
        "goals",
        "goals/new",
        "notes",
        "notes/new",
        "notes/own",
        "notes/own/new",
        "meetings",
        "meetings/new",
        "meetings/log",
        "meetings/rhythm",
        "meetings/rhythm/new",
        "meetings/rhythm/end",
        "worksheets",
        "worksheets/goals",
        "contact",
    )
    paths = {part: f"{pair['pair']}{part}/" for part in beneath} | {"home": "/", **pair}
    paths["ask"] = f"{pair['profile']}ask/"
    found = {name: looked_at(visitor, path, name_of(name, look)) for name, path in paths.items()}
    assert not {path: rows for path, rows in found.items() if rows}


def test_the_main_job_works_without_javascript(visit):
    """Product 64."""
    visitor = visit("mentee@demo.example", java_script_enabled=False)
    visitor.go("/mentors/")
    visitor.page.fill("#q", "storytime")
    visitor.press("Search")
    assert "Yesenia" in visitor.text()
    visitor.page.locator("summary", has_text="Filters").click()
    visitor.page.locator("input[name=accepting]").check()
    visitor.press("Show results")
    assert "accepting=true" in visitor.page.url
    visitor.page.locator("article[data-mentor] h3 a").first.click()
    visitor.page.get_by_role("link", name="Ask").first.click()
    visitor.page.fill("[name=message]", "Half a thought")
    visitor.press("Save draft")
    assert visitor.page.input_value("[name=message]") == "Half a thought"


def test_weight_of_pages(visit):
    """Product 64: the first visit under 100 kB, later pages under 25 kB, over the wire."""
    visitor = visit()
    cdp = visitor.context.new_cdp_session(visitor.page)
    cdp.send("Network.enable")
    received = []
    cdp.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    visitor.go("/accounts/login/")
    visitor.page.wait_for_load_state("networkidle")
    assert sum(received) < 100_000
    visitor.sign_in("wanjiru-kamande@demo.example")
    for path in ("/mentors/", "/requests/", "/profile/"):
        visitor.go(path)
        received.clear()
        visitor.go(path)
        visitor.page.wait_for_load_state("networkidle")
        assert 0 < sum(received) < 25_000, path
