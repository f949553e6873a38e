"""Product 36, 54, 57, 68: a line on the list of peers is reported; coordinators hide it with a reason, and show it again."""

import pytest
from django.urls import reverse

from conduct.models import Case, CaseText
from mail.models import OutgoingMail
from matching import services as matching
from mentoring.lib.registry.personal_data import EXPORT_PARTS
from mentorships.models import MentorshipKind
from peers import moderation, services
from peers.hooks import hidden_lines_changed
from peers.models import PeerProfile
from privacy import visibility
from profiles.models import AccessLogEntry
from testing.logins import as_login, postgres
from testing.logins import make as make_logins
from testing.pages import main_text

pytestmark = pytest.mark.django_db
REASON = "Please leave out the names of colleagues."


@pytest.fixture
def line(asked):
    return PeerProfile.objects.select_related("member").get(member=asked)


def mails(member, kind):
    return OutgoingMail.objects.filter(to=member, kind=f"peers/{kind}")


def test_a_report_is_a_case_with_a_copy_of_the_line(as_, asker, asked):
    page = f"/peers/{asked.code}/report/"
    assert page in as_(asker).get(f"/peers/{asked.code}/").content.decode()
    assert "swap notes" in main_text(as_(asker).get(page))
    assert as_(asker).post(page, {"report": ""}).status_code == 200 and not Case.objects.exists()
    for _click in range(2):
        as_(asker).post(page, {"report": "This names my colleagues."})

    case = Case.objects.get()
    assert (case.kind, case.member, case.about) == ("report", asker, asked)
    said = {written.text for written in CaseText.objects.filter(case=case)}
    assert said == {"This names my colleagues.", "Ben Cho would like to swap notes."}
    assert not OutgoingMail.objects.filter(to=asked).exists()


def test_whoever_is_not_seen_is_not_reported(as_, asker, asked, stranger):
    services.stop_looking(asked)

    assert as_(asker).get(f"/peers/{asked.code}/report/").status_code == 404
    assert as_(asker).post(f"/peers/{asked.code}/report/", {"report": "x"}).status_code == 404
    assert not Case.objects.exists()


def test_a_hidden_line_is_seen_and_asked_by_nobody_and_its_member_reads_why(as_, line, asker, asked):
    assert moderation.hide(line, reason=REASON) and not moderation.hide(line, reason="Again")

    assert as_(asker).get("/peers/").context["cards"] == []
    assert as_(asker).get(f"/peers/{asked.code}/").status_code == 404
    with pytest.raises(matching.CannotAsk, match="isn’t looking"):
        matching.send_request(
            mentee=asker, mentor=asked, focus="networking", message="Hi.", kind=MentorshipKind.PEERS
        )
    assert REASON in mails(asked, "line_hidden").get().text
    assert REASON in main_text(as_(asked).get("/peers/me/"))
    assert visibility.peers(asked) == []
    [mine] = EXPORT_PARTS.get("peer").rows(asked)
    assert mine["reason"] == REASON and mine["hidden_by_coordinators"]


def test_mended_it_stays_hidden_until_a_coordinator_has_looked(as_, line, asker, asked, coordinator):
    moderation.hide(line, reason=REASON)
    assert list(hidden_lines_changed(coordinator)) == []
    page = main_text(as_(asked).post("/peers/me/", {"about": "Swap notes?"}, follow=True))

    assert "A coordinator will look at it" in page and REASON in page
    assert as_(asker).get("/peers/").context["cards"] == []
    [task] = hidden_lines_changed(coordinator)
    assert task.url == f"/admin/peers/peerprofile/{line.pk}/change/" and asked.name not in task.label
    assert moderation.unhide(line) and not moderation.unhide(line)
    assert as_(asker).get("/peers/").context["cards"][0]["about"] == "Swap notes?"
    assert mails(asked, "line_shown").count() == 1
    assert list(hidden_lines_changed(coordinator)) == []


def test_a_coordinator_hides_and_shows_on_the_staff_site(coordinator, client, staff_site, line, asked):
    client.force_login(coordinator)
    office = client
    change = reverse("admin:peers_peerprofile_change", args=[line.pk])
    assert "swap notes" in main_text(office.get(change))
    hide = reverse("admin:peer_hide", args=[line.pk])
    assert office.post(hide, {"reason": ""}).status_code == 200
    assert not PeerProfile.objects.get(pk=line.pk).hidden_at
    office.post(hide, {"reason": REASON})
    assert PeerProfile.objects.get(pk=line.pk).hidden_reason == REASON
    assert "Hidden" in main_text(office.get(reverse("admin:peers_peerprofile_history", args=[line.pk])))
    office.post(reverse("admin:peer_unhide", args=[line.pk]))

    assert not PeerProfile.objects.get(pk=line.pk).hidden_at
    assert AccessLogEntry.objects.get(member=asked).what == "peer"
    assert office.post(reverse("admin:peer_hide", args=[999]), {"reason": "x"}).status_code == 403


@postgres
def test_the_login_of_the_staff_site_is_enough(line):
    make_logins()
    with as_login("staff"):
        assert moderation.hide(line, reason=REASON)
        assert moderation.unhide(PeerProfile.objects.select_related("member").get(pk=line.pk))
