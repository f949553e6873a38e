"""Product 54: a command gives one member a part to play: by name, by hand, and takes it back."""

from io import StringIO

import pytest
from django.core.management.base import CommandError

from profiles.member_command import MemberCommand

pytestmark = pytest.mark.django_db


class Recording(MemberCommand):
    """Keeps what it was asked to change."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.changes = []

    def change(self, member, *, wanted):
        self.changes.append((member, wanted))


def run(*args):
    """(changes, output) of one call, as from a shell."""
    command = Recording(stdout=StringIO())
    options = vars(command.create_parser("manage.py", "record").parse_args(args))
    command.handle(**options)
    return command.changes, command.stdout._out.getvalue()


def test_the_member_of_that_address_is_changed(mentee, stranger):
    assert run(mentee.email) == ([(mentee, True)], "Done.\n")


def test_it_is_taken_back(mentee):
    assert run(mentee.email, "--no-longer") == ([(mentee, False)], "Taken back.\n")


@pytest.mark.parametrize("change", [str.upper, str.title, " {} ".format, "\t{}\n".format])
def test_an_address_may_be_in_capitals_or_between_spaces(change, mentee):
    changes, _output = run(change(mentee.email))

    assert changes == [(mentee, True)]


@pytest.mark.parametrize("address", ["", " ", "nobody@test.example", "%", "member"])
def test_an_address_that_is_nobodys_changes_nothing_and_says_what_to_do(address, mentee):
    with pytest.raises(CommandError, match="They sign up on the member site first"):
        run(address)


def test_without_an_address_it_says_how_it_is_called(capsys):
    with pytest.raises((CommandError, SystemExit)):
        run()
