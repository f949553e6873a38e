"""Product 2 and 4: from the welcome mail to the first request, counted; and "no thanks", once and for good."""

import os
import re
import subprocess
import sys
from email import message_from_bytes
from email.policy import default

import pytest

from testing.wild_apricot import contact
from trials.journeys.association import code_for
from trials.journeys.conftest import CLEARED, PHONE, ROOT

pytestmark = pytest.mark.browser
MOST_CLICKS, MOST_FIELDS = 12, 5
WELCOME = re.compile(r"http://\S+/welcome/\S+")
PEOPLE = {
    "Lindiwe Dube": "lindiwe@list.example",
    "Ola Nordmann": "ola@list.example",
    "Nia Adeyemi": "nia@list.example",
}
NUMBER_OF_NIA = 3


class Hand:
    """Presses and types as a person does, and counts both. A choice from suggestions is a field and a click."""

    def __init__(self, page):
        self.page, self.clicks, self.fields = page, 0, 0

    def open_link(self, address):
        """The one in the mail."""
        self.clicks += 1
        self.page.goto(address)

    def press(self, words):
        """A button or a link in the page, by its words."""
        main = self.page.get_by_role("main")
        found = main.get_by_role("button", name=words).or_(main.get_by_role("link", name=words))
        self._click(found.first)

    def tick(self, label):
        """A box."""
        self._click(self.page.get_by_label(label, exact=True))

    def _click(self, locator):
        self.clicks += 1
        locator.click()
        self.page.wait_for_load_state()

    def type_in(self, name, text):
        """Words into a field."""
        self.fields += 1
        self.page.fill(f"[name={name}]", text)

    def choose(self, name, text):
        """Type, and take what is suggested."""
        self.type_in(name, text)
        self.clicks += 1


@pytest.fixture(scope="module")
def told(programme, tmp_path_factory):
    """{name: link}: two people of the association's file, whom the worker has written to."""
    file = tmp_path_factory.mktemp("list") / "members.csv"
    rows = "".join(
        f"{number},{name},{address},Active\n" for number, (name, address) in enumerate(PEOPLE.items(), 1)
    )
    file.write_text(f"Member ID,Full name,Email,Membership status\n{rows}")
    manage(programme, "import_members", str(file))
    manage(programme, "shell", "-c", "from joining.offers import send_welcome_mails; send_welcome_mails()")
    return {
        name: programme.wait_until(lambda files, to=address: link_to(files, to), f"no mail to {address}")
        for name, address in PEOPLE.items()
    }


def manage(programme, *command, process="worker"):
    """A command of the operator's, with the keys of a process."""
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    env = kept | {
        "VAR": str(programme.var),
        "DEMO": "1",
        "MENTORING_PROCESS": process,
        "WELCOME_MAILS_A_DAY": "20",
        "SITE_URL": programme.member,
        "STAFF_URL": programme.staff,
    }
    command = [sys.executable, "manage.py", *command]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def mails_to(files, address):
    """What was written to an address."""
    mails = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [mail for mail in mails if address in str(mail["To"])]


def link_to(files, address):
    """The link of the welcome mail to an address, if it is there."""
    texts = (mail.get_body(("plain",)).get_content() for mail in mails_to(files, address))
    return next((found[0] for text in texts if (found := WELCOME.search(text))), None)


def test_from_the_welcome_mail_to_the_first_request(told, visit):
    """Twelve clicks and five fields at the most."""
    visitor = visit(timezone_id="Africa/Johannesburg", locale="en-GB")
    hand = Hand(visitor.page)
    hand.open_link(told["Lindiwe Dube"])
    hand.tick("I’m 18 or over")
    hand.tick("I accept the terms of use and the privacy statement")
    hand.press("Find a mentor")
    hand.choose("seeking_search", "Building confidence")
    hand.press("Continue")
    assert visitor.page.input_value("[name=time_zone]") == "Africa/Johannesburg"
    assert visitor.page.input_value("[name=country]") == "ZA"
    hand.press("Continue")
    assert visitor.page.is_checked("[name=languages][value=en]")
    hand.press("Continue")
    assert visitor.text().count("Why: helps with building confidence") == 3
    hand.press(re.compile("^Ask "))
    assert visitor.page.input_value("[name=focus]") == "confidence"
    hand.type_in("message", "I am new to the enquiry desk. Could we talk?")
    hand.press(re.compile("^Send to "))

    assert "/requests/" in visitor.page.url and "Request sent" in visitor.text()
    print(f"{hand.clicks} clicks, {hand.fields} fields")
    assert hand.clicks <= MOST_CLICKS and hand.fields <= MOST_FIELDS


def test_no_thanks_is_two_clicks_and_is_remembered(told, visit, programme):
    visitor = visit(**PHONE)
    hand = Hand(visitor.page)
    hand.open_link(told["Ola Nordmann"])
    hand.press("No thanks, don’t ask again")

    assert "We won’t ask again." in visitor.text()
    assert (hand.clicks, hand.fields) == (2, 0)
    manage(programme, "shell", "-c", "from joining.offers import send_welcome_mails; send_welcome_mails()")
    assert len(mails_to(programme.mails(), PEOPLE["Ola Nordmann"])) == 1
    visitor.go(told["Ola Nordmann"])
    assert "If you’ve changed your mind, come in." in visitor.text()


def test_imported_welcomed_signed_in_through_the_association_asked(told, visit, programme, association):
    nia = contact(NUMBER_OF_NIA, FirstName="Nia", LastName="Adeyemi", Email=PEOPLE["Nia Adeyemi"])
    association.membership.people["Nia"] = nia
    visitor = visit(timezone_id="Europe/London", locale="en-GB")
    visitor.go(told["Nia Adeyemi"])
    visitor.press("Continue with Library Association account")
    visitor.page.get_by_role("button", name="Nia").click()
    visitor.page.fill("[name=code]", code_for(programme, PEOPLE["Nia Adeyemi"]))
    visitor.press("Continue")
    hand = Hand(visitor.page)
    hand.tick("I’m 18 or over")
    hand.tick("I accept the terms of use and the privacy statement")
    visitor.press("Join")
    for _step in range(3):
        hand.press("Continue")
    visitor.go("/mentors/")
    visitor.page.locator("article[data-mentor] h3 a, article[data-mentor] h2 a").first.click()
    hand.press(re.compile("^Ask "))
    visitor.page.select_option("[name=focus]", "confidence")
    hand.type_in("message", "Could we talk about your work?")
    hand.press(re.compile("^Send to "))

    assert "Request sent" in visitor.text()
