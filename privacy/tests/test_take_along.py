"""Everything held about a member, in one archive (product 60, P30)."""

import io
import json
from zipfile import ZipFile

import pytest

import factories
from conduct import services as conduct_services
from conduct.models import CaseKind
from mentorships.models import OwnNote
from privacy.export.archive import archive
from privacy.export.parts import parts
from profiles.models import Member, MentorProfile
from profiles.privacy import NOT_EXPORTED
from testing.private_texts import MARKER, cells, write_all


@pytest.fixture
def written(mentor, mentee):
    """A pair with texts of every kind, and a note that is the mentor's alone."""
    pair = write_all(mentor, mentee)
    OwnNote(mentorship=pair, author=mentor, text="the mentor's own thought").save()
    conduct_services.open_case(member=mentee, kind=CaseKind.HELP, text="please listen")
    return pair


def unpack(chunks):
    zipped = ZipFile(io.BytesIO(b"".join(chunks)))
    assert zipped.testzip() is None
    return {name: zipped.read(name).decode() for name in zipped.namelist()}


def test_it_holds_every_text_the_member_may_read(written, mentee):
    """P30: all I wrote and received, in both forms."""
    files = unpack(archive(mentee))
    everything = "\n".join(files.values())

    mine = [cell for cell in cells() if cell.row.readable_by(mentee)]
    assert len(mine) > 20
    for cell in mine:
        assert json.dumps(cell.words)[1:-1] in everything, cell
    assert "please listen" in files["cases.json"]
    assert MARKER in files["mentorship-1.html"]


def test_nothing_private_of_the_partner_is_in_it(written, mentor, mentee):
    """P30: no address, contact, own note or draft of the other."""
    Member.objects.filter(pk=mentor.pk).update(contact="ring the bell twice")
    everything = "\n".join(unpack(archive(Member.objects.get(pk=mentee.pk))).values())

    assert mentor.email not in everything
    assert "ring the bell" not in everything
    assert "the mentor's own thought" not in everything
    assert f"draft {mentor.pk}" not in everything
    assert mentor.name in everything


def test_every_field_of_a_profile_is_in_it(mentor):
    """P30: the field list compared; a new field is there by itself."""
    files = unpack(archive(mentor))
    for name, whose in (("profile", mentor), ("mentor-profile", MentorProfile.objects.get())):
        found = json.loads(files[f"{name}.json"])[0]
        assert found.keys() == {f.name for f in whose._meta.concrete_fields} - set(NOT_EXPORTED)
    assert "password" not in files["profile.json"]


def test_each_json_file_is_json_and_each_html_file_a_page(written, mentee):
    """Readable by a program, and by a person."""
    files = unpack(archive(mentee))
    for part in parts(mentee):
        assert isinstance(json.loads(files[f"{part.name}.json"]), list)
        assert files[f"{part.name}.html"].startswith("<!doctype html>")
        assert f'href="{part.name}.html"' in files["index.html"]


def test_hostile_words_stay_words(written, mentor, mentee):
    """Bad input: what was typed cannot become markup."""
    factories.letter(written, mentor, letter=factories.HOSTILE["script"])
    files = unpack(archive(mentee))

    assert "<script>" not in "".join(text for name, text in files.items() if name.endswith("html"))


def test_the_page_sends_it_and_says_how_far_it_is(written, as_, mentee):
    """Product 60: streamed by the member site itself, with progress."""
    client = as_(mentee)
    assert "Download the archive" in client.get("/profile/take-along/").content.decode()
    answer = client.post("/profile/take-along/")
    chunks = iter(answer.streaming_content)
    first = next(chunks)

    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/profile/take-along/progress/").json()["done"] >= 1
    assert MARKER in unpack([first, *chunks])["mentorship-1.json"]
    assert client.get("/profile/take-along/progress/").json() == {"done": None}


def test_it_is_in_the_readers_language(written, as_, mentee):
    """The page has long been answered when the words are written."""
    Member.objects.filter(pk=mentee.pk).update(language="fr")
    answer = as_(Member.objects.get(pk=mentee.pk)).post("/profile/take-along/")

    assert '<html lang="fr">' in unpack(answer.streaming_content)["index.html"]
