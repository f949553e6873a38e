"""What holds for a request of each kind: who may ask whom, and what follows a yes. Each room registers its own kind."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from matching import rules
from mentorships.models import MentorshipKind


class CannotAsk(Exception):
    """The request cannot be sent now. Says why, in words for the asker; nothing is lost."""


class CannotAccept(Exception):
    """The request cannot be accepted now. Says why, in words for the one who was asked; it stays open."""


class Asking:
    """The rules of one kind of request. A room above extends it and registers it with `@asking_for(kind)`.

    `list_route` names the page on which to look for somebody else.
    """

    list_route = "mentor_list"

    def check_can_ask(self, mentee, mentor, *, scheme):
        """CannotAsk if this one cannot be asked now. The asker's row is held; `scheme` is a programme's code."""

    def check_can_accept(self, request):
        """CannotAccept if it cannot begin now. The request's row is held."""

    def begun(self, request):
        """Once the mentorship has begun, in the same transaction."""

    def belongs_to(self, request):
        """(address, words) of what a request is made within; None for one that stands by itself."""

    def form_address(self, request):
        """The page on which a draft is written on; the list, where a kind has none."""
        return reverse(self.list_route)


ASKING: dict[str, Asking] = {}


def asking_for(kind):
    """Register the rules of one kind."""

    def register(rules_of_kind):
        ASKING[kind] = rules_of_kind()
        return rules_of_kind

    return register


def form_address(request):
    """The page on which a draft is written on."""
    return ASKING[request.kind].form_address(request)


@asking_for(MentorshipKind.MENTORING)
class AskingAMentor(Asking):
    """One of the list, who has room."""

    def check_can_ask(self, mentee, mentor, *, scheme):
        """On the list, found by the asker, and with room at this moment."""
        profile = mentor.mentor_profile
        if not rules.may_find(mentee, profile):
            raise CannotAsk(_("%(name)s is taking a break at the moment.") % {"name": mentor.name})
        if not profile.room:
            raise CannotAsk(_("%(name)s has no room for another mentee right now.") % {"name": mentor.name})

    def form_address(self, request):
        """Beneath the mentor's profile."""
        return reverse("request_new", args=[request.mentor.code])
