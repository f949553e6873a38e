"""Changed texts go to another copy of the program and come in with the same checks."""

import pytest
from django.core.exceptions import ValidationError

from configuration.models import TextChange, TextKey
from configuration.services import save_texts
from configuration.services.transfer import export_texts, import_texts

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
MAIL = {
    "kind": "mail",
    "name": "matching/request_received",
    "language": "en-gb",
    "source": "%(name)s has asked you to be their mentor",
    "form": 0,
    "text": "{name} asks you",
}
POLICY = {**MAIL, "kind": "policy", "name": "terms", "source": "", "text": "Be kind."}
WORD = {**POLICY, "kind": "word", "name": "mentor", "text": "adviser"}
WORDS = [WORD, {**WORD, "name": "mentors", "text": "advisers"}]


def test_what_is_given_out_comes_in_again(coordinator):
    values = {
        TextKey(**{key: entry[key] for key in entry if key != "text"}): entry["text"]
        for entry in (MAIL, POLICY, *WORDS)
    }
    save_texts(values, by=coordinator, seen=0)
    given = export_texts()
    TextChange.objects.all().delete()

    assert import_texts(given, by=coordinator) == 4
    assert export_texts() == given and len(given) == 4
    assert import_texts(given, by=coordinator) == 0


def test_what_is_as_installed_is_not_given_out(coordinator):
    import_texts([MAIL], by=coordinator)
    key = TextKey(**{key: MAIL[key] for key in MAIL if key != "text"})
    save_texts({key: None}, by=coordinator, seen=TextChange.objects.first().pk)

    assert export_texts() == []


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({**MAIL, "text": "{other} asks you"}, "{other} is not known here"),
        ({**MAIL, "text": ""}, "Write a text"),
        ({**MAIL, "source": "Gone"}, "do not have this sentence: “Gone”"),
        ({**MAIL, "form": 7}, "do not have this sentence"),
        ({**MAIL, "language": "xx"}, "do not have this sentence"),
        ({**MAIL, "name": "../../etc/passwd"}, "do not have this sentence"),
        ({**MAIL, "form": "0"}, "is a whole number"),
        ({**MAIL, "form": True}, "is a whole number"),
        ({**MAIL, "text": 3}, "is a whole number"),
        ({**MAIL, "more": 1}, "these fields and no others"),
        ("text", "these fields and no others"),
        ({**MAIL, "kind": "poem"}, "“poem” is no kind of text"),
        ({**POLICY, "name": "nothing"}, "no policy “nothing”"),
        ({**POLICY, "text": "<script>"}, "Line 1: write without HTML"),
        ({**POLICY, "text": "Fine\n\nnot \x07 fine"}, "Line 3: remove the control characters"),
        ({**WORD, "name": "librarian"}, "“librarian” cannot be changed"),
        ({**WORD, "text": "a1"}, "Use letters only"),
        ({**WORD, "text": ""}, "Write a text"),
        (WORD, "Fill in all forms"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place_and_nothing_is_changed(entry, reason, coordinator):
    with pytest.raises(ValidationError) as refused:
        import_texts([POLICY, entry], by=coordinator)

    assert all("Entry 2: " in message for message in refused.value.messages)
    assert reason in " ".join(refused.value.messages)
    assert TextChange.objects.count() == 0
