"""The list of peers, and being on it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.scraping import slowed
from mentorships.services.places import has_room_for_peer
from peers import services
from peers.filters import PeerFilter
from peers.forms import PeerProfileForm
from peers.models import PeerProfile
from peers.reasons import reasons
from profiles import people


@member_page("GET")
@slowed
def peer_list(request):
    """Somebody like me, elsewhere: those with most in common first, each with what it is."""
    mine = PeerProfile.objects.filter(member=request.user).first()
    found = PeerFilter(request.GET, PeerProfile.objects.seen_by(request.user))
    page = page_of(found.qs.most_alike_first(request.user), request.GET.get("page"))
    return render(
        request,
        "peers/peer_list.html",
        {
            "filter": found,
            "cards": [_card(request.user, profile) for profile in page],
            "count": page.paginator.count,
            "pages": pages_of(page),
            "looking": bool(mine and mine.looking),
            "has_room": has_room_for_peer(request.user),
            "knows_little": not (request.user.library_type or request.user.career_stage),
        },
    )


def _card(member, profile):
    other = profile.member
    return {
        "code": other.code,
        "name": other.name,
        "post": ", ".join(filter(None, (other.job_title, other.employer))),
        "place": other.place,
        "about": profile.about,
        "reasons": reasons(member, other),
        "initials": people.initials(other.name),
        "tint": people.tint(other.code),
        "photo": other.photo,
        "photo_alt": other.photo_alt,
    }


@member_page("GET", "POST")
def peer_profile(request):
    """Say what to share, and be on the list; or leave it."""
    mine = PeerProfile.objects.filter(member=request.user).first()
    if request.method == "POST" and "stop" in request.POST:
        services.stop_looking(request.user)
        messages.success(request, _("You’re no longer on the list of peers. Your peer mentorships continue."))
        return redirect("peer_profile")
    form = PeerProfileForm(
        request.POST if request.method == "POST" else None, initial={"about": mine.about} if mine else None
    )
    if form.is_valid():
        with show_refusal(services.CannotLook, form=form):
            services.look_for_peer(request.user, about=form.cleaned_data["about"])
            messages.success(request, _saved(mine))
            return redirect("peer_profile" if mine and mine.hidden_at else "peer_list")
    context = {"form": form, "looking": bool(mine and mine.looking), "mine": mine}
    return render(request, "peers/peer_profile.html", context)


def _saved(mine):
    if mine and mine.hidden_at:
        return _("Saved. A coordinator will look at it, and can show it on the list again.")
    return _("You’re on the list. Other members can ask you now.")
