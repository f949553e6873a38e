"""Wishes: those of others, for mentors with room; and my own, with whoever was thought of for it."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from directory.cards import cards
from mail.reach import if_mailed
from matching import offers, wishes
from matching.availability import has_room
from matching.forms import WishForm
from matching.models import MentorOffer, Wish
from matching.notifications import WishOffered
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentoring.lib.programme import numbers
from mentorships.services.locking import Conflict
from profiles.vocabulary import words


@member_page("GET")
def wish_list(request):
    """What members look for, newest first: for mentors in the list who have room."""
    reads = has_room(request.user)
    mine = MentorOffer.objects.filter(wish=OuterRef("pk"), mentor=request.user, withdrawn_at=None)
    rows = _readable(request.user, reads).annotate(offered=Exists(mine)).select_related("member")
    page = page_of(rows.order_by("-made_at", "-pk"), request.GET.get("page"))
    shown = [(post, _focus(post)) for post in page]
    return render(
        request, "matching/wish_list.html", {"reads": reads, "wishes": shown, "pages": pages_of(page)}
    )


def _readable(mentor, reads):
    return Wish.objects.for_mentor(mentor) if reads else Wish.objects.none()


def _focus(wish):
    return words().name("helps_with", wish.focus)


@member_page("POST")
def wish_offer(request, code):
    """Offer myself for a wish, or take the offer back."""
    if "undo" in request.POST:
        offers.withdraw_offer(request.user, code)
        messages.success(request, _("Offer withdrawn."))
        return redirect("wish_list")
    wish = get_object_or_404(_readable(request.user, has_room(request.user)), code=code)
    with show_refusal(Conflict, request=request):
        offers.offer(wish, request.user)
        told = _("We’ve told %(name)s, who can now send you a request.")
        offered = if_mailed(_("Offer made."), told, to=wish.member, notification=WishOffered)
        messages.success(request, offered)
    return redirect("wish_list")


@member_page("GET", "POST")
def wish_mine(request):
    """My wish, to write and to change; below it who offers, or was suggested."""
    wish = Wish.objects.filter(member=request.user).first()
    form = WishForm(
        request.POST if request.method == "POST" else None,
        initial={"what": wish.what, "focus": wish.focus} if wish else None,
    )
    if form.is_valid() and _written(request, form):
        return redirect("wish_mine")
    return render(request, "matching/wish_mine.html", _page(request, wish, form))


def _written(request, form):
    with show_refusal(Conflict, form=form):
        wishes.write_wish(request.user, **form.cleaned_data)
        messages.success(request, _("Post saved. Mentors who have room can read it now."))
        return True
    return False


def _page(request, wish, form):
    thought = _thought_of(request.user, wish) if wish else []
    return {
        "wish": wish,
        "focus": _focus(wish) if wish else "",
        "form": form,
        "offered": [card for card in thought if not card["declined"]],
        "declined": [card for card in thought if card["declined"]],
        "days": numbers().wish_days,
    }


def _thought_of(member, wish):
    """A card for each mentor, once: an offer of her own says more than a suggestion."""
    wish.member = member
    thought = {}
    for profile, suggested, declined in offers.thought_of(wish):
        thought.setdefault(profile, {"suggested": suggested, "declined": declined})
    shown = cards({*thought} - {None})
    return [shown[pk] | why for pk, why in thought.items() if pk in shown]


@member_page("POST")
def wish_take_back(request):
    """Delete my wish."""
    if wishes.take_back_wish(request.user):
        messages.success(request, _("You’ve taken your post down. Nobody can read it now."))
    return redirect("wish_mine")


@member_page("POST")
def wish_decline(request, code):
    """No thank you to one who was thought of, or show them again."""
    undo = "undo" in request.POST
    offers.decline_offer(request.user, code, undo=undo)
    messages.success(
        request,
        _("This mentor is back among your suggestions.")
        if undo
        else _("Mentor set aside. We do not tell anyone."),
    )
    return redirect("wish_mine")
