"""The main job, end to end, with the real worker, two browsers, and every byte searched."""

import os
import re
import signal
from pathlib import Path

import pytest

from trials.harness.environment import files_in
from trials.journeys.conftest import PASSWORD

pytestmark = pytest.mark.browser
MARKERS = {
    name: f"zq{name}zx" for name in ("request", "hopes", "question", "letter", "works", "answer", "draft")
}


def address_of(name):
    """The demo account of a mentor, by name."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-") + "@demo.example"


@pytest.fixture(scope="module")
def walked(browser, programme):
    """Search, ask, ask back, accept, write, answer: as the issue's newcomer would."""
    from trials.journeys.conftest import Visitor

    before = len(programme.mails())
    mentee = Visitor(browser, programme).sign_in("mentee@demo.example")
    mentee.go("/mentors/?q=catalouging")
    first = mentee.page.locator("article[data-mentor] h3 a").first
    name = first.inner_text()
    first.click()
    mentee.page.get_by_role("link", name=f"Ask {name.split()[0]}").click()
    mentee.page.select_option("[name=focus]", "specific-skill")
    mentee.page.fill("[name=message]", f"I catalogue alone. {MARKERS['request']}")
    mentee.page.fill("[name=hopes]", MARKERS["hopes"])
    mentee.press(f"Send to {name.split()[0]}")
    asked = mentee.page.url
    mentor = Visitor(browser, programme).sign_in(address_of(name))
    mentor.go(asked)
    mentor.page.fill("[name=talk-text]", MARKERS["question"])
    mentor.press("Send message")
    mentor.press("Accept Amina as my mentee")
    pair = mentor.page.url
    mentor.go(f"{pair}feedback/write/")
    mentor.page.fill("[name=letter]", MARKERS["letter"])
    mentor.page.fill("[name=works]", MARKERS["works"])
    mentor.press("Send to Amina")
    mentee.go(f"{pair}feedback/")
    mentee.page.locator("summary", has_text="Reply").click()
    mentee.page.fill("textarea[name=text]", MARKERS["answer"])
    mentee.press("Send reply")
    mentee.go(f"{pair}feedback/write/")
    mentee.page.type("[name=letter]", MARKERS["draft"])
    mentee.page.wait_for_selector("[data-draft-said]:has-text('Saved')")
    mails = programme.wait_until(
        lambda files: files if len(files) >= before + 7 else None, f"no 7 after {before}"
    )
    yield {"mentee": mentee, "mentor": mentor, "pair": pair, "name": name, "mails": mails}
    assert not mentee.trouble + mentor.trouble
    mentee.context.close()
    mentor.context.close()


def test_a_typing_error_finds_the_cataloguer_first(walked):
    """Product 11, and the first step of the main job."""
    assert walked["name"] == "Rosalind Achterberg"


def test_both_read_the_letter_and_its_answer(walked):
    """Product 30."""
    for who in ("mentee", "mentor"):
        walked[who].go(f"{walked['pair']}feedback/")
        for name in ("letter", "works", "answer"):
            assert MARKERS[name] in walked[who].text()


def test_a_draft_is_kept_as_typed_and_read_by_nobody_else(walked):
    """Product 30."""
    walked["mentee"].go(f"{walked['pair']}feedback/write/")
    assert walked["mentee"].page.input_value("[name=letter]") == MARKERS["draft"]
    walked["mentor"].go(f"{walked['pair']}feedback/")
    assert MARKERS["draft"] not in walked["mentor"].page.content()


@pytest.mark.parametrize("who", ["mentor@demo.example", "coordinator@demo.example", None])
def test_anybody_else_finds_nothing_there(walked, visit, who):
    """Product 27: the same page as for an address that never was."""
    visitor = visit(who)
    for path in ("", "feedback/", "archive/"):
        answer = visitor.go(walked["pair"] + path)
        assert answer.status == 404 if who else "/accounts/login/" in visitor.page.url
        assert "Rosalind" not in visitor.page.content()


def shown_or_saved(visitor, where):
    """A page as the browser has it; a file that it would save, as it comes."""
    answer = visitor.page.request.get(where)
    if answer.headers.get("content-disposition", "").startswith("attachment"):
        return answer.text()
    visitor.go(where)
    return visitor.page.content()


def test_the_staff_site_shows_no_trace_of_the_pair(walked, visit, programme):
    """Product 27: every page a coordinator can reach by links."""
    visitor = visit()
    visitor.go(f"{programme.staff}/admin/")
    visitor.page.fill("#id_username", "coordinator@demo.example")
    visitor.page.fill("#id_password", PASSWORD)
    visitor.page.click("[type=submit]")
    code = walked["pair"].rstrip("/").rpartition("/")[2]
    seen, waiting = set(), [f"{programme.staff}/admin/"]
    while waiting and len(seen) < 120:
        where = waiting.pop(0)
        if where in seen or "logout" in where:
            continue
        seen.add(where)
        content = shown_or_saved(visitor, where)
        assert code not in content
        assert not [word for word in MARKERS.values() if word in content]
        for link in visitor.page.locator("a[href]").evaluate_all("links => links.map(a => a.href)"):
            link = link.partition("#")[0]
            if link.startswith(f"{programme.staff}/admin/"):
                waiting.append(link)
    assert len(seen) > 20


def test_no_file_the_programme_wrote_holds_a_word(walked, programme):
    """P1 in part: database, WAL, mails, log, broker folder, cache, as bytes."""
    files = list(files_in(programme.var))
    assert {"mentoring.sqlite3", "log"} <= {file.name for file, _found in files}
    leaks = [
        (file.name, name) for file, found in files for name, word in MARKERS.items() if word.encode() in found
    ]
    assert not leaks


def test_the_search_for_words_can_find_some(walked, programme):
    """The planted leak: the same search sees a word that does stand in a file."""
    assert any(b"Rosalind" in file.read_bytes() for file in programme.var.glob("mentoring.sqlite3*"))


def test_a_killed_worker_loses_no_mail(walked, programme):
    """Product 46: SIGKILL, and what was asked meanwhile still arrives."""
    found = worker_pids(programme)
    for pid in found:
        os.kill(int(pid), signal.SIGKILL)
    assert found
    walked["mentor"].go(f"{walked['pair']}feedback/")
    walked["mentor"].press("Ask for feedback")
    programme.wait_until(
        lambda files: any(b"would like your feedback" in file.read_bytes() for file in files),
        "nobody was asked",
    )


def worker_pids(programme):
    """The worker of this programme, told from others by its environment."""
    marked = f"VAR={programme.var}".encode()
    pids = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                environment = Path(f"/proc/{entry}/environ").read_bytes()
                command = Path(f"/proc/{entry}/cmdline").read_bytes()
            except OSError:
                continue
            if marked in environment and b"celery" in command:
                pids.append(int(entry))
    return pids
