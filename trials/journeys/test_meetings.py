"""Meetings in a browser, as both people: Nairobi at a desk, Lincoln (Nebraska) on a phone in the dark, across a clock change."""

import email
import email.policy
import re
from datetime import UTC, datetime, timedelta
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from trials.journeys.conftest import CALENDAR_ADDRESS, MAIL_IN_SECRET, recorded

pytestmark = pytest.mark.browser
NAIROBI, LINCOLN = "wanjiru-kamande@demo.example", "rosalind-achterberg@demo.example"
CHICAGO = ZoneInfo("America/Chicago")


def next_change():
    """The next day on which clocks change in Lincoln, with a month and a little before it."""
    day = datetime.now(UTC) + timedelta(days=32)
    while day.astimezone(CHICAGO).utcoffset() == (day + timedelta(days=1)).astimezone(CHICAGO).utcoffset():
        day += timedelta(days=1)
    return (day + timedelta(days=1)).date()


@pytest.fixture(scope="module")
def two(browser, programme):
    """A mentorship between the two, recorded since it began elsewhere."""
    with recorded(browser, programme, NAIROBI, LINCOLN, "specific-skill") as people:
        yield people


def calendars(files, address, method="REQUEST"):
    """[(subject, calendar)] of all invitations (or cancellations) to one address, oldest first."""
    read = email.message_from_bytes
    mails = [read(file.read_bytes(), policy=email.policy.default) for file in files]
    found = [
        (str(mail["Subject"]), Calendar.from_ical(part.get_payload(decode=True)))
        for mail in mails
        for part in mail.walk()
        if part.get_content_type() == "text/calendar" and address in str(mail["To"])
    ]
    return [(subject, calendar) for subject, calendar in found if calendar["method"] == method]


def wait_for_calendars(programme, address, count, method="REQUEST"):
    """Until the worker has sent this many there."""

    def enough(files):
        found = calendars(files, address, method)
        return found if len(found) >= count else None

    return programme.wait_until(enough, f"no {count} of {method} to {address}")


def test_times_are_offered_picked_and_moved(two, programme):
    """Product 37, 38: both see their own time; both calendars are told of each step, by number."""
    mentee, mentor, pair = two["mentee"], two["mentor"], two["pair"]
    start = (datetime.now() + timedelta(days=6)).strftime("%Y-%m-%dT17:00")
    later = (datetime.now() + timedelta(days=8)).strftime("%Y-%m-%dT18:30")
    mentee.go(f"{pair}meetings/new/")
    mentee.page.fill("[name=slot_0]", start)
    mentee.page.fill("[name=slot_1]", later)
    mentee.page.fill("[name=place]", "https://rooms.example/wanjiru")
    mentee.press("Offer these times to Rosalind")
    meeting = mentee.page.url
    mentor.go(meeting)
    there = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo("Africa/Nairobi")).astimezone(CHICAGO)
    first = mentor.page.locator("button.slot").first.inner_text()
    assert there.strftime("%H:%M") in first and "17:00" in first
    mentor.page.locator("button.slot").first.click()
    mentor.page.wait_for_load_state()
    assert "Agreed" in mentor.text()
    mentee.go(f"{meeting}offer/")
    mentee.page.fill("[name=slot_0]", later)
    mentee.press("Offer these times to Rosalind")
    mentor.go(meeting)
    mentor.page.locator("button.slot").first.click()
    mentor.page.wait_for_load_state()
    mentee.go(meeting)
    assert "18:30" in mentee.page.inner_text("h1")
    sent = wait_for_calendars(programme, NAIROBI, 2)
    events = [calendar.walk("VEVENT")[0] for _subject, calendar in sent]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [int(event["sequence"]) for event in events] == [0, 1]
    assert events[1].decoded("dtstart") == datetime.fromisoformat(later).replace(
        tzinfo=ZoneInfo("Africa/Nairobi")
    )
    assert all("Rosalind" not in calendar.to_ical().decode() for _subject, calendar in sent)


def test_a_no_comes_back_from_the_calendar(two, programme):
    """Product 38: answered in the calendar, it stands on the page of both, and the other is told."""
    mentee, mentor = two["mentee"], two["mentor"]
    _subject, calendar = wait_for_calendars(programme, LINCOLN, 2)[-1]
    event = calendar.walk("VEVENT")[0]
    assert answered(programme, event, "DECLINED") == 200
    mentee.go(f"{two['pair']}meetings/")
    mentee.page.locator(".meeting a").first.click()
    assert "Rosalind: declined in the calendar" in mentee.text()
    mentor.go(mentee.page.url)
    assert "You: declined in the calendar" in mentor.text()
    programme.wait_until(
        lambda files: any(b"has declined the meeting" in file.read_bytes() for file in files),
        "nobody was told",
    )


def answered(programme, event, said):
    """What the door for answers says to a REPLY as a mail server would post it."""
    organizer = str(event["organizer"]).removeprefix("mailto:")
    assert organizer.startswith(CALENDAR_ADDRESS.partition("@")[0] + "+")
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//A calendar//EN",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        f"UID:{event['uid']}",
        f"SEQUENCE:{event['sequence']}",
        f"DTSTAMP:{stamp}",
        f"ORGANIZER:mailto:{organizer}",
        f"ATTENDEE;PARTSTAT={said}:mailto:{LINCOLN}",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    mail = email.message.EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = LINCOLN, organizer, "Re"
    mail.set_content("\r\n".join(lines), subtype="calendar", params={"method": "REPLY"})
    request = Request(
        f"{programme.member}/mail/in/",
        data=mail.as_bytes(),
        method="POST",
        headers={"Authorization": f"Bearer {MAIL_IN_SECRET}", "Content-Type": "message/rfc822"},
    )
    return urlopen(request, timeout=10).status


def test_a_rhythm_keeps_the_wall_clock_of_whoever_set_it(two):
    """Product 37: when clocks change in Lincoln, nothing moves in Nairobi."""
    mentee, mentor, pair = two["mentee"], two["mentor"], two["pair"]
    change = next_change()
    mentee.go(f"{pair}meetings/rhythm/new/")
    mentee.page.select_option("[name=pattern]", "2-weeks")
    mentee.page.select_option("[name=day]", "TU")
    mentee.page.fill("[name=at]", "16:00")
    mentee.page.fill("[name=starts_on]", (change - timedelta(days=30)).isoformat())
    mentee.press("Propose to Rosalind")
    mentor.go(f"{pair}meetings/rhythm/")
    mentor.press("Yes, that suits me")
    own = mentor.page.locator(".meeting time").all_inner_texts()
    assert {text[-5:] for text in own} == {"07:00", "08:00"}
    mentee.go(f"{pair}meetings/rhythm/")
    assert {t[-5:] for t in mentee.page.locator(".meeting time").all_inner_texts()} == {"16:00"}


def test_one_of_a_rhythm_is_called_off_alone(two, programme):
    """Product 38: a CANCEL for that one; the others stay."""
    mentee, pair = two["mentee"], two["pair"]
    before = len(calendars(programme.mails(), NAIROBI, "CANCEL"))
    mentee.go("/meetings/")
    count = int(mentee.page.inner_text("[data-count]"))
    mentee.page.locator(".meeting a", has_text="16:00").first.click()
    mentee.page.get_by_role("link", name="Cancel the meeting").click()
    mentee.press("Cancel meeting")
    assert "Meeting cancelled" in mentee.text()
    mentee.go("/meetings/")
    assert int(mentee.page.inner_text("[data-count]")) == count - 1
    _subject, calendar = wait_for_calendars(programme, NAIROBI, before + 1, "CANCEL")[-1]
    event = calendar.walk("VEVENT")[0]
    assert str(event["status"]) == "CANCELLED"
    assert "recurrence-id" in event
    mentee.go(f"{pair}meetings/rhythm/")
    assert len(mentee.page.locator(".meeting time").all_inner_texts()) == 8


def test_the_feed_shows_it_and_a_new_address_kills_the_old(two, programme):
    """Product 38."""
    mentor = two["mentor"]
    mentor.go("/meetings/calendar/")
    mentor.press("Create a calendar feed")
    address = mentor.page.inner_text(".feed-address")
    body = urlopen(address, timeout=10).read().decode()
    assert body.count("BEGIN:VEVENT") > 10
    assert "Kamande" not in body and "rooms.example" not in body
    mentor.press("Get a new address")
    assert mentor.page.inner_text(".feed-address") != address
    with pytest.raises(OSError, match="404"):
        urlopen(address, timeout=10)


def test_agenda_talk_and_time(two):
    """Product 40 to 42: a line of both, a talk noted with one click, the account of the month."""
    mentee, mentor, pair = two["mentee"], two["mentor"], two["pair"]
    mentee.go(f"{pair}meetings/")
    mentee.page.locator(".meeting a").first.click()
    meeting = mentee.page.url
    mentee.page.fill("[name=point-text]", "The map backlog")
    mentee.page.locator("#agenda").get_by_role("button", name="Add").click()
    mentee.page.wait_for_load_state()
    mentor.go(meeting)
    assert "The map backlog" in mentor.text()
    mentor.go(f"{pair}meetings/")
    mentor.press("We’ve just talked")
    assert "One of you recorded this conversation" in mentor.text()
    [month] = re.findall(r"\d+ ([A-Z]\w+)", mentor.page.inner_text("h1"))
    mentor.go("/meetings/time/")
    if month not in mentor.page.inner_text("h1"):  # it began half an hour ago, in the month before
        mentor.page.get_by_role("link", name="Previous month").click()
        mentor.page.wait_for_load_state()
    assert "30 min" in mentor.text()
    letter = re.search(r"/meetings/time/letter/\S+", mentor.page.content())[0].split('"')[0]
    mentor.go(letter)
    assert "Rosalind" in mentor.text() and "Kamande" not in mentor.text()
