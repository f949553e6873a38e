"""Watches and wishes: taken along, gone with the account, and done with the rights of each login (P5, P8, P30)."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from matching import offers, watching, wishes
from matching.models import MentorOffer, Suggestion, Watch, Wish
from privacy import account_closure
from privacy.export.archive import archive
from privacy.models import AccountClosure
from privacy.tests.test_take_along import unpack
from testing.logins import as_login, make, postgres, refused


@pytest.fixture
def wish(mentor, mentee):
    """Amina waits for Rosalind and has a wish; Rosalind offered, another was suggested."""
    watching.watch_mentor(mentee, mentor)
    wish = wishes.write_wish(mentee, what="knows sea maps.", focus="leadership")
    Wish.objects.update(unheard_at=timezone.now())
    wishes.hand_to_coordinators(mentee)
    offers.offer(wish, mentor)
    offers.suggest(wish, factories.mentor(name="Third Person").member)
    return wish


def part(member, name):
    return json.loads(unpack(archive(member))[f"{name}.json"])


def test_the_wisher_takes_along_what_is_hers(wish, mentee):
    assert [row["mentor"] for row in part(mentee, "watched")] == ["Rosalind Achterberg"]
    wish_part, *thought_of = part(mentee, "wish")
    assert (wish_part["what"], wish_part["focus"], wish_part["state"]) == (
        "knows sea maps.",
        "leadership",
        "assign",
    )
    assert [(row["mentor"], row["named_by"]) for row in thought_of] == [
        ("Rosalind Achterberg", "mentor"),
        ("Third Person", "coordinators"),
    ]


def test_a_mentor_takes_along_her_offers_and_not_who_waits_or_said_no(wish, mentor, mentee):
    offers.decline_offer(mentee, mentor.code)
    files = unpack(archive(mentor))

    [offer] = json.loads(files["offers.json"])
    assert offer.keys() == {"to", "at", "taken_back"}
    assert offer["to"] == "Amina Otieno"
    assert json.loads(files["watched.json"]) == json.loads(files["wish.json"]) == []
    assert "sea maps" not in "".join(files.values())


@pytest.mark.parametrize("who", ("mentee", "mentor"))
@pytest.mark.parametrize("leave_words", (True, False))
def test_with_the_account_all_of_it_goes(who, leave_words, wish, request):
    leaver = request.getfixturevalue(who)
    account_closure.request_closure(leaver, leave_words=leave_words)
    account_closure.finish_closure(AccountClosure.objects.get().pk)

    assert not Watch.objects.exists()
    assert not MentorOffer.objects.exists()
    assert Wish.objects.exists() is (who == "mentor")
    assert Suggestion.objects.exists() is (who == "mentor")


def test_while_an_account_closes_its_wish_is_out_of_sight_and_comes_back_with_it(wish, as_, mentor, mentee):
    account_closure.request_closure(mentee, leave_words=False)
    assert "sea maps" not in as_(mentor).get("/wishes/").content.decode()

    account_closure.cancel_closure(mentee)
    assert "sea maps" in as_(mentor).get("/wishes/").content.decode()


@postgres
def test_the_worker_does_its_share_and_reads_no_wish(wish, mentor, mentee):
    """P8: both sweeps and a closing with its rights alone; no error is swallowed on the way."""
    unheard = wishes.write_wish(factories.member(), what="knows the sea.", focus="")
    over = factories.member()
    wishes.write_wish(over, what="knows the wind.", focus="")
    factories.pair(factories.mentor().member, over)
    make()
    with as_login("worker"):
        assert refused("SELECT what FROM matching_wish")
        assert refused("UPDATE matching_wish SET status = 'assign'")
        assert watching.tell_of_room() == 1
        assert wishes.follow_up_wishes(timezone.now() + timedelta(days=15)) == 3

    assert set(OutgoingMail.objects.filter(kind__startswith="matching/").values_list("kind", "to")) == {
        ("matching/wish_offered", mentee.pk),
        ("matching/room", mentee.pk),
        ("matching/wish_suggested", mentee.pk),
        ("matching/wish_unheard", unheard.member_id),
    }
    account_closure.request_closure(mentee, leave_words=False)
    make()
    with as_login("worker"):
        assert account_closure.finish_closure(AccountClosure.objects.get().pk)
    assert list(Wish.objects.values_list("pk", flat=True)) == [unheard.pk]


@postgres
def test_coordinators_suggest_with_the_rights_of_the_staff_site(wish, as_, coordinator, staff_site):
    """P8: and cannot tell who offered, who waits, what the member said, or change a wish."""
    named = factories.mentor(name="Fourth Person")
    client, page = as_(coordinator), f"/admin/matching/wish/{wish.pk}/"
    make()
    with as_login("staff"):
        assert client.get("/admin/matching/wish/").status_code == 200
        assert "knows sea maps." in client.get(f"{page}change/").content.decode()
        assert client.post(f"{page}suggest/", {"mentors": named.pk}).status_code == 302
        assert refused("SELECT count(*) FROM matching_mentoroffer")
        assert refused("SELECT count(*) FROM matching_watch")
        assert refused("SELECT declined_at FROM matching_suggestion")
        assert refused("UPDATE matching_wish SET what = ''")

    assert Suggestion.objects.filter(wish=wish, mentor=named.member).exists()
