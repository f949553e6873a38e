"""Product 56: files of members as real membership systems export them."""

import io

import pytest

from joining.models import ImportState, RosterEntry
from joining.reading.headings import matched
from joining.tests.exports import EXPORTS, export_of, file_of

AMINA = "amina@library.example"


@pytest.mark.parametrize("system", EXPORTS)
def test_the_export_of_a_real_system_is_read_as_it_comes(system, take_in):
    done = take_in(io.BytesIO(export_of(system)))

    assert done.state == ImportState.DONE
    amina, tomas = RosterEntry.objects.order_by("email")
    assert (amina.email, amina.name, amina.state) == (AMINA, "Amina Otieno", "current")
    assert (tomas.email, tomas.name, tomas.state) == ("tomas@library.example", "Tomás Rivera", "lapsed")
    assert not done.troubles.exists()


@pytest.mark.parametrize("system", EXPORTS)
def test_the_same_file_a_second_time_changes_nothing(system, take_in):
    take_in(io.BytesIO(export_of(system)))
    before = list(RosterEntry.objects.order_by("pk").values())

    again = take_in(io.BytesIO(export_of(system)))

    assert set(again.counts) - {"row", "clash", "state", "missing"} <= {"same", "not_a_member"}
    assert list(RosterEntry.objects.order_by("pk").values()) == before


def test_passwords_balances_and_whatever_else_are_never_read(take_in):
    take_in(io.BytesIO(export_of("wild_apricot")))

    kept = str(list(RosterEntry.objects.values()))
    assert "secret" not in kept and "Regular" not in kept
    assert matched(["Password", "Balance", "Birthday", "Gender", "Notes"]) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_delimiter(encoding, delimiter, take_in):
    take_in(file_of("1,Zoë Müller,zoe@library.example,Active", encoding=encoding, delimiter=delimiter))

    assert RosterEntry.objects.get().name == "Zoë Müller"


def test_a_file_of_excel_that_says_its_delimiter(take_in):
    take_in(io.BytesIO(b"sep=;\r\nE-Mail;Full Name\r\nzoe@library.example;Zoe\r\n"))

    assert RosterEntry.objects.get().name == "Zoe"
