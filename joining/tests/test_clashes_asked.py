"""What the question about one address of two people says, and who answers it (product 56)."""

import pytest

from joining.models import ClashAnswer, ImportState, RosterImport, TroubleKind
from joining.tests.exports import file_of

AMINA = "7,Amina Otieno,amina@library.example,Active"
OTHER_NAME = "8,A. Otieno-Rivera,amina@library.example,Active"


def test_an_answer_to_what_nobody_asked_is_none(checked, client):
    an_import = checked(AMINA)
    page = f"/admin/joining/rosterimport/{an_import.pk}/person/"

    assert client.post(page, {"clash": "made up\x00", "same": ""}).status_code == 302
    assert not ClashAnswer.objects.exists()


def test_a_clash_says_no_address_and_no_number(checked, take_in):
    take_in(file_of(AMINA))
    trouble = checked(OTHER_NAME).troubles.get()

    assert trouble.kind == TroubleKind.CLASH and "amina" not in trouble.clash


@pytest.mark.parametrize("who", ["mentor", "mentee", "stranger"])
def test_nobody_but_coordinators_answers(who, checked, take_in, client, request):
    take_in(file_of(AMINA))
    an_import = checked(OTHER_NAME)
    client.force_login(request.getfixturevalue(who))
    key = an_import.troubles.get().clash
    client.post(f"/admin/joining/rosterimport/{an_import.pk}/person/", {"clash": key, "same": ""})

    assert not ClashAnswer.objects.exists()
    assert RosterImport.objects.get(pk=an_import.pk).state == ImportState.CHECKED
