"""A request to a peer: somebody who looks for one, and both have room."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matching.asking import Asking, CannotAccept, CannotAsk, asking_for
from matching.models import MentorRequest, RequestStatus
from mentorships.models import MentorshipKind
from mentorships.services.places import are_open_peers, has_room_for_peer
from peers.models import PeerProfile


@asking_for(MentorshipKind.PEERS)
class AskingAPeer(Asking):
    """Places are counted once more when it begins (`mentorships.services.places`)."""

    list_route = "peer_list"

    def check_can_ask(self, mentee, mentor, *, scheme):
        """No peers yet, on the list, seen by the asker, and both with room. Who was asked answers first."""
        self._check_not_begun(mentee, mentor)
        if not PeerProfile.objects.seen_by(mentee).filter(member=mentor).exists():
            raise CannotAsk(
                _("%(name)s isn’t looking for a peer at the moment.") % {"name": mentor.first_name}
            )
        if not has_room_for_peer(mentee):
            raise CannotAsk(
                _("You have as many peers as you can have at a time. Let one mentorship rest first.")
            )

    def _check_not_begun(self, mentee, mentor):
        if are_open_peers(mentee, mentor):
            raise CannotAsk(_("You already have a mentorship with %(name)s.") % {"name": mentor.name})
        back = MentorRequest.objects.filter(
            mentee=mentor, mentor=mentee, kind=MentorshipKind.PEERS, status=RequestStatus.OPEN
        )
        if back.exists():
            raise CannotAsk(
                _("%(name)s has already asked you. Answer their request first.") % {"name": mentor.first_name}
            )

    def check_can_accept(self, request):
        """Somebody who is set to leave begins nothing."""
        if request.mentee.leaving_at:
            raise CannotAccept(
                _("%(name)s can’t begin anything new right now.") % {"name": request.mentee.first_name}
            )

    def form_address(self, request):
        """Their page among the peers."""
        return reverse("peer_detail", args=[request.mentor.code])
