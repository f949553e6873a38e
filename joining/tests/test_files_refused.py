"""Files that cannot be read are refused in words, and nothing is kept of them."""

import io

import pytest
from django.core.management import CommandError, call_command

from joining.models import RosterEntry, RosterImport, StagedRow
from joining.reading import csv_file
from joining.staging import BadFile, ColumnsMissing, stage_file
from joining.tests.exports import file_of

HEADINGS = "Member Number,Full Name,Email,Status"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20,
        b"PK\x03\x04" + b"\x00" * 200,
        HEADINGS.encode(),
        ",".join(f"c{n}" for n in range(501)).encode(),
    ],
)
def test_what_is_no_list_of_members_is_refused(content, db):
    with pytest.raises(BadFile):
        stage_file(io.BytesIO(content), name="odd.csv")
    assert not RosterImport.objects.exists()


def test_a_hundred_columns_are_passed_over(take_in):
    more = ",".join(f"Column {n}" for n in range(100))
    take_in(file_of("1,Zoe,zoe@library.example,Active" + ",x" * 100, headings=f"{HEADINGS},{more}"))

    assert RosterEntry.objects.get().name == "Zoe"


@pytest.mark.parametrize("limit, least", [("MOST_BYTES", 100), ("MOST_ROWS", 3)])
def test_a_file_beyond_a_limit_is_refused_whole(limit, least, monkeypatch, db):
    monkeypatch.setattr(csv_file, limit, least)
    rows = [f"{n},Zoe,zoe{n}@library.example,Active" for n in range(10)]

    with pytest.raises(BadFile):
        stage_file(file_of(*rows), name="large.csv")
    assert not StagedRow.objects.exists()


def test_an_endless_cell_is_refused_in_words(db):
    with pytest.raises(BadFile):
        stage_file(
            io.BytesIO(f'{HEADINGS}\n1,"{"x" * 200_000}",a@b.example,Active'.encode()), name="cell.csv"
        )


def test_a_formula_stays_text(take_in):
    take_in(file_of("=1+1,Zoe,zoe@library.example,Active"))

    assert RosterEntry.objects.get().external_id == "=1+1"


def test_columns_that_nobody_can_tell_are_asked_for_and_remembered(take_in):
    unclear = "Wer,Wohin"
    with pytest.raises(ColumnsMissing) as missing:
        stage_file(file_of("Zoe,zoe@library.example", headings=unclear), name="german.csv")
    assert missing.value.fields == ["email", "full_name"]

    take_in(file_of("Zoe,zoe@library.example", headings=unclear), columns={"full_name": 0, "email": 1})
    take_in(file_of("Zoe Z,zoe@library.example", headings=unclear))

    assert RosterEntry.objects.get().name == "Zoe Z"


def test_the_command_says_what_it_would_do_and_then_does_it(tmp_path, capsys, db):
    path = tmp_path / "members.csv"
    path.write_bytes(file_of("1,Zoe,zoe@library.example,Active", "2,Ann,nowhere,Active").read())

    call_command("import_members", str(path), dry_run=True)
    assert not RosterEntry.objects.exists() and not RosterImport.objects.exists()
    call_command("import_members", str(path))

    shown = capsys.readouterr().out
    assert "1 new on the list" in shown and "row 3: “nowhere” isn’t an email address" in shown
    assert RosterEntry.objects.get().email == "zoe@library.example"


def test_the_command_takes_a_column_by_its_heading(tmp_path, db, capsys):
    path = tmp_path / "members.csv"
    path.write_bytes(file_of("Zoe,zoe@library.example", headings="Wer,Wohin").read())

    with pytest.raises(
        CommandError, match='Wer, Wohin. .*--column email="HEADING" --column full_name="HEADING"'
    ):
        call_command("import_members", str(path))
    with pytest.raises(CommandError, match="expected a field and a heading.*Headings: Wer, Wohin"):
        call_command("import_members", str(path), column=["email=Nirgends"])
    call_command("import_members", str(path), column=["email=wohin", "full_name=Wer"])

    assert "No column says who is a member" in capsys.readouterr().out
    assert RosterEntry.objects.get().name == "Zoe"


@pytest.mark.parametrize("path", ["/no/such/file.csv", "/"])
def test_a_path_that_cannot_be_read_is_one_line(path, db):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_members", path)
