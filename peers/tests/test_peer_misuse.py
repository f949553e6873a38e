"""What somebody would try who has read how peers are asked: nothing is learned, and nothing is sent twice."""

import pytest
from django.utils import timezone

from conduct.models import Block
from factories import HOSTILE, member
from joining.models import MembershipState, RosterEntry
from mail.models import OutgoingMail
from matching import services as matching
from matching.models import MentorRequest, Watch
from matching.watching import watch_mentor
from mentoring.lib.registry.personal_data import MODELS
from mentorships.models import MentorshipKind
from mentorships.services import rest
from peers import services
from peers.models import PeerProfile
from privacy.account_closure import finish_closure, request_closure
from privacy.tests.seen_page import URL, part
from profiles.models import Member, MentorProfile
from profiles.services import publish
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = {"focus": "networking", "message": "Could we talk once a month?", "hopes": ""}
PEERS = MentorshipKind.PEERS


def ask_by_service(asker, asked):
    return matching.send_request(mentee=asker, mentor=asked, focus="networking", message="Hi.", kind=PEERS)


WAYS_TO_BE_AWAY = {
    "blocks me": lambda asker, asked: Block.objects.create(by=asked, whom=asker),
    "looks no more": lambda asker, asked: services.stop_looking(asked),
    "is suspended": lambda asker, asked: Member.objects.filter(pk=asked.pk).update(is_active=False),
    "is leaving": lambda asker, asked: Member.objects.filter(pk=asked.pk).update(leaving_at=timezone.now()),
    "is no member": lambda asker, asked: RosterEntry.objects.create(
        member=asked, email=asked.email, name=asked.name, state=MembershipState.LAPSED
    ),
}


@pytest.mark.parametrize("posted", [{"send": "1"}, {"send": "1", "message": ""}])
def test_why_somebody_is_away_cannot_be_told(as_, asker, asked, posted):
    """Nor what they say of themselves since then: a draft is all that is left."""
    matching.save_request_draft(mentee=asker, mentor=asked, kind=PEERS, message="Before.")
    pages = {}
    for why, make in WAYS_TO_BE_AWAY.items():
        undo = list(Member.objects.filter(pk=asked.pk).values("is_active", "leaving_at"))[0]
        make(asker, asked)
        pages[why] = main_text(as_(asker).post(f"/peers/{asked.code}/", WORDS | posted))
        Member.objects.filter(pk=asked.pk).update(**undo)
        Block.objects.all().delete()
        RosterEntry.objects.all().delete()
        PeerProfile.objects.update(looking=True)

    assert len(set(pages.values())) == 1, pages
    assert "isn’t looking for a peer" in pages["blocks me"]
    assert "works solo" not in pages["blocks me"]


def test_two_who_are_peers_are_not_asked_again_whoever_asked_first(as_, asker, asked):
    matching.accept_request(ask_by_service(asker, asked))
    before = OutgoingMail.objects.count()

    for one, other in ((asker, asked), (asked, asker)):
        with pytest.raises(matching.CannotAsk, match="already have a mentorship"):
            ask_by_service(one, other)
        shown = as_(one).post(f"/peers/{other.code}/", WORDS)
        assert "already have a mentorship" in main_text(shown)
    assert OutgoingMail.objects.count() == before


def test_nor_while_it_rests(asker, asked):
    rest(matching.accept_request(ask_by_service(asker, asked)), by=asker)

    with pytest.raises(matching.CannotAsk, match="already have a mentorship"):
        ask_by_service(asked, asker)


def test_whoever_was_asked_answers_and_does_not_ask_back(as_, asker, asked):
    ask_by_service(asker, asked)
    before = OutgoingMail.objects.count()

    assert "has already asked you" in main_text(as_(asked).post(f"/peers/{asker.code}/", WORDS))
    assert OutgoingMail.objects.count() == before


def test_asking_a_peer_waits_no_less_for_the_same_one_as_a_mentor(asker, asked):
    publish(MentorProfile(member=asked, capacity=1, areas=["cataloging-metadata"], bio="I catalogue."))
    watch_mentor(asker, asked)
    ask_by_service(asker, asked)

    assert Watch.objects.filter(member=asker, mentor=asked).exists()


def test_asking_as_a_mentor_and_as_a_peer_shares_one_limit(asker, asked):
    publish(MentorProfile(member=asked, capacity=3, areas=["cataloging-metadata"], bio="I catalogue."))
    for number in range(3):
        kind = (PEERS, MentorshipKind.MENTORING)[number % 2]
        sent = matching.send_request(
            mentee=asker, mentor=asked, focus="networking", message=f"{number}", kind=kind
        )
        matching.withdraw_request(sent)

    with pytest.raises(matching.CannotAsk, match="several times this week"):
        ask_by_service(asker, asked)


def test_a_draft_to_somebody_who_has_gone_leads_to_no_missing_page(as_, asker, asked):
    matching.save_request_draft(mentee=asker, mentor=asked, kind=PEERS, message="Before.")
    closing = request_closure(asked, leave_words=False)
    finish_closure(closing.pk)

    assert f"/peers/{asked.code}/" in as_(asker).get("/requests/").content.decode()
    page = as_(asker).get(f"/peers/{asked.code}/")
    assert "Before." in page.content.decode()
    assert "Ben" not in page.content.decode()
    assert "isn’t looking" in main_text(as_(asker).post(f"/peers/{asked.code}/", WORDS))


def test_leaving_takes_the_line_and_ends_what_was_asked(asker, asked):
    sent = ask_by_service(asker, asked)
    request_closure(asked, leave_words=False)
    sent.refresh_from_db()
    back = matching.MentorRequest.objects.filter(mentor=asker)

    assert sent.status == "declined"
    assert not back.exists()
    assert PeerProfile.objects.filter(member=asked).exists()  # until the days of grace are over


@pytest.mark.parametrize("length", [500, 501])
def test_the_longest_line(as_, length, asker):
    person = member()
    page = as_(person).post("/peers/me/", {"about": "ж" * length}, follow=True)

    assert PeerProfile.objects.filter(member=person).exists() == (length == 500)
    assert ("You’re on the list" in main_text(page)) == (length == 500)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(as_, asker, asked, text):
    as_(asked).post("/peers/me/", {"about": text})
    as_(asker).post(f"/peers/{asked.code}/", WORDS | {"message": text, "hopes": text})
    pages = [as_(asker).get("/peers/"), as_(asker).get(f"/peers/{asked.code}/")]
    for request in MentorRequest.objects.exclude(status="draft"):
        pages += [as_(who).get(request.get_absolute_url()) for who in (asker, asked)]

    for page in pages:
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "onerror=alert" not in page.content.decode().replace("&lt;img", "").split("<img")[-1][:60]


def test_a_peer_can_be_blocked_from_their_page(as_, asker, asked):
    assert f"/peers/{asked.code}/block/" in as_(asker).get(f"/peers/{asked.code}/").content.decode()
    as_(asker).post(f"/peers/{asked.code}/block/")

    assert Block.objects.filter(by=asker, whom=asked).exists()
    assert as_(asker).get(f"/peers/{asked.code}/").status_code == 404
    assert as_(asked).post(f"/peers/{asked.code}/block/").status_code == 404


def test_what_members_see_of_me_names_my_line(as_, asker):
    page = part(as_(asker).get(URL), "members")
    assert "Ada Obi would like to swap notes." in page
    assert "School library" in page

    services.stop_looking(asker)
    assert "you’re on neither" in part(as_(asker).get(URL), "members")


def test_whoever_opens_page_after_page_of_peers_is_slowed(as_, asker, asked, settings):
    settings.MENTOR_PAGES = 3
    client = as_(asker)
    pages = ["/peers/", f"/peers/{asked.code}/", "/peers/?page=2", f"/peers/{asked.code}/"]

    assert [client.get(page).status_code for page in pages] == [200, 200, 200, 429]
    assert client.post(f"/peers/{asked.code}/", {"message": ""}).status_code == 429  # it shows the same facts


@pytest.mark.parametrize("who", ["asker", "asked"])
def test_nothing_begins_with_somebody_whose_membership_has_ended(as_, asker, asked, who):
    """Neither may look for a peer now; a request from before is no way around it."""
    sent = ask_by_service(asker, asked)
    lapsed = asker if who == "asker" else asked
    WAYS_TO_BE_AWAY["is no member"](None, lapsed)
    shown = main_text(as_(asked).post(f"{sent.get_absolute_url()}accept/", follow=True))
    sent.refresh_from_db()

    assert "begin anything new" in shown
    assert ("membership has ended" in shown) == (who == "asked")
    assert (sent.status, sent.mentorship) == ("open", None)


@pytest.mark.parametrize("page", ["/", "/requests/"])
def test_as_many_statements_for_one_request_as_for_many(as_, asker, asked, page, statements):
    def cost():
        return statements(as_(asked), page)

    ask_by_service(asker, asked)
    matching.save_request_draft(mentee=asked, mentor=member(), kind=PEERS, message="Later.")
    one = cost()
    for number in range(12):
        services.look_for_peer(other := member(name=f"P {number}"), about="Hello.")
        ask_by_service(other, asked)
        matching.save_request_draft(mentee=asked, mentor=member(), kind=PEERS, message="Later.")

    assert cost() <= one


def test_the_worker_deletes_the_line_and_does_not_read_it():
    rights = next(one for one in MODELS if one.label.lower() == "peers.peerprofile")

    assert set(rights.worker.read) == {"id", "member_id", "hidden_at", "changed_at"}
