"""Attack A9: every name of a person is one, and none is a message."""

import pytest
from django.core.exceptions import ValidationError

from profiles.forms import MemberForm
from profiles.names import validate_name
from testing.sample_mentors import SAMPLES

pytestmark = pytest.mark.any_database

NAMES = (
    "Amina Otieno",
    "Dr. Amina Otieno",
    "Prof. Dr. Siobhán Ní Dhálaigh",
    "J.R.R. Tolkien",
    "J. R. R. Tolkien",
    "Martin Luther King Jr.",
    "Mary-Jane O’Neill-Smith",
    "Jean d'Ormesson",
    "Nguyễn Thị Lan",
    "王小明",
    "محمد بن عبد الله",
    "María de los Ángeles García López de la Vega",
    "X Æ A-12",
    "Sammy Davis, Jr.",
    "Ph.D. Ola Nordmann",
    "Madonna",
    "Ng",
    "St. John Smith",
    "Christoph A. von Au",
    "Anne (Annie) Smith",
)
MESSAGES = (
    "Your account is locked. Go to evil.example",
    "Your account is locked. Call the help desk",
    "Go to https://evil.example",
    "evil.example/login",
    "www.evil.example",
    "secure-login.com",
    "amina@evil.example",
    "Click here now!",
    "Is this you?",
    "Call 0800123456",
    "<b>Amina</b>",
    "Please sign in again at the site of the association before tomorrow evening or lose it all",
    "账户已锁定。请登录",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name):
    validate_name(name)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_none(message):
    with pytest.raises(ValidationError):
        validate_name(message)


@pytest.mark.django_db
@pytest.mark.parametrize("message", MESSAGES)
def test_it_is_refused_at_joining_and_at_a_change(message, client, as_, mentee):
    joined = client.post(
        "/accounts/signup/",
        {
            "name": message,
            "email": "new@test.example",
            "password1": "a long quiet word",
            "adult": "on",
            "terms": "on",
        },
    )
    changed = MemberForm({"name": message, "time_zone": "UTC", "language": "en-gb"}, instance=mentee)

    assert "name" in joined.context["form"].errors
    assert "name" in changed.errors


def test_everybody_of_the_demonstration_has_a_name():
    import json

    for person in json.loads(SAMPLES.read_text())["mentors"]:
        validate_name(person["name"])
