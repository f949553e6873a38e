"""Product 61: a password is the same word on every keyboard, at every door; answers take as long as before."""

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.models import Group
from django.test import Client

from factories import member
from privacy.disclosure import OFFICERS, DisclosureRefused, check_officers
from profiles.models import Member
from testing.account_mails import confirm, link

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
COMPOSED, DECOMPOSED = "mañana por la mañana", "man\u0303ana por la man\u0303ana"
PAIRS = {
    "composed": (COMPOSED, DECOMPOSED),
    "decomposed": (DECOMPOSED, COMPOSED),
    "full width": ("a-long-winter-night", "ａ－ｌｏｎｇ－ｗｉｎｔｅｒ－ｎｉｇｈｔ"),
    "space that does not break": ("a long winter night", "a\u00a0long winter night"),
    "ligature": ("ﬁne-winter-night", "fine-winter-night"),
    "hangul": ("겨울밤은길다네요", "\u1100\u1167\u110b\u116e\u11af밤은길다네요"),
}
both = pytest.mark.parametrize(("chosen", "typed"), PAIRS.values(), ids=PAIRS)


def lets_in(email, password, door="/accounts/login/", field="login"):
    client = Client()
    return client.post(door, {field: email, "password": password}).status_code == 302


@both
def test_chosen_at_sign_up_and_typed_elsewhere(chosen, typed, client):
    """Fault F12."""
    form = {"name": "Noor", "email": "noor@test.example", "password1": chosen, "adult": "on", "terms": "on"}
    client.post("/accounts/signup/", form)
    confirm(client, "noor@test.example")

    assert lets_in("noor@test.example", typed)
    assert lets_in("noor@test.example", chosen)
    assert not lets_in("noor@test.example", typed + "!")


@both
def test_changed_with_the_old_one_in_another_form(chosen, typed, as_, mentee):
    mentee.set_password(chosen)
    mentee.save()
    form = {"oldpassword": typed, "password1": typed + "-2", "password2": typed + "-2"}
    as_(mentee).post("/accounts/password/change/", form)

    assert lets_in(mentee.email, chosen + "-2")


@both
def test_set_anew_after_a_reset(chosen, typed, client, mentee):
    client.post("/accounts/password/reset/", {"email": mentee.email})
    form = client.get(link(mentee.email), follow=True).request["PATH_INFO"]
    client.post(form, {"password1": chosen, "password2": chosen})

    assert lets_in(mentee.email, typed)


@both
def test_asked_again_before_a_weighty_step(chosen, typed, mentee):
    mentee.set_password(chosen)
    mentee.save()
    client = Client()
    client.post("/accounts/login/", {"login": mentee.email, "password": chosen})

    assert client.post("/accounts/reauthenticate/", {"password": typed}).status_code == 302


@both
def test_the_staff_site_and_the_officers_of_a_disclosure_know_it(
    chosen, typed, coordinator, stranger, staff_site
):
    officers, group = [coordinator, stranger], Group.objects.create(name=OFFICERS)
    for officer in officers:
        officer.set_password(chosen)
        officer.save()
        group.user_set.add(officer)

    assert lets_in(coordinator.email, typed, door="/admin/login/", field="username")
    check_officers([(officer, typed) for officer in officers])
    with pytest.raises(DisclosureRefused):
        check_officers([(officer, typed + "!") for officer in officers])


@pytest.mark.parametrize("old", [DECOMPOSED, "ﬁne-winter-night"])
def test_one_that_was_hashed_as_typed_still_fits_as_typed(old):
    one = member(password=hashers.make_password(old))
    Member.objects.filter(pk=one.pk).update(password=hashers.make_password(old))

    assert lets_in(one.email, old)


@pytest.mark.parametrize("weak", ["ｐａｓｓｗｏｒｄ１２３", "１２３４５６７８９", "ｑｗｅｒｔｙｕｉｏｐ"])
def test_a_weak_password_is_weak_in_every_form(weak, client):
    form = {"name": "Noor", "email": "noor@test.example", "password1": weak, "adult": "on", "terms": "on"}

    assert 'href="#id_password1"' in client.post("/accounts/signup/", form).content.decode()


@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED])
def test_a_wrong_password_costs_as_many_hashes_for_nobody_as_for_somebody(typed, monkeypatch, mentee):
    """P14."""
    hashes = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher,
        "encode",
        lambda self, *args, **kwargs: hashes.append(1) or encode(self, *args, **kwargs),
    )
    counts = []
    for email in (mentee.email, "nobody@test.example"):
        hashes.clear()
        lets_in(email, typed)
        counts.append(len(hashes))

    assert counts[0] == counts[1]


def test_no_password_never_fits():
    one = Member.objects.create_user("noor@test.example", name="Noor")

    assert not one.has_usable_password()
    assert not one.check_password(None) and not one.check_password("")
