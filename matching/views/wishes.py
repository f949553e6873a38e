"""Wishes: those of others, for mentors with room; and my own, with whoever was thought of for it."""

from django.conf import settings
from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from directory.cards import cards
from matching import offers, wishes
from matching.availability import has_room
from matching.forms import WishForm
from matching.models import Offer, Wish
from mentoring.lib.access import member_only
from mentoring.lib.paging import page_of, pages_of
from mentorships.services.locking import NotNow
from profiles.vocabulary import words


@require_safe
@member_only
def wish_list(request):
    """What members look for, newest first: for mentors in the list who have room."""
    reads = has_room(request.user)
    mine = Offer.objects.filter(wish=OuterRef("pk"), mentor=request.user, withdrawn_at=None)
    rows = _readable(request.user, reads).annotate(offered=Exists(mine)).select_related("member")
    page = page_of(rows.order_by("-made_at", "-pk"), request.GET.get("page"))
    shown = [(row, _focus(row)) for row in page]
    return render(
        request,
        "matching/wish_list.html",
        {"reads": reads, "wishes": shown, "pages": pages_of(page)},
    )


def _readable(mentor, reads):
    return Wish.objects.for_mentor(mentor) if reads else Wish.objects.none()


def _focus(wish):
    return words().name("helps_with", wish.focus)


@require_POST
@member_only
def wish_offer(request, code):
    """Offer myself for a wish, or take the offer back."""
    if "undo" in request.POST:
        offers.withdraw(request.user, code)
        messages.success(request, _("Your offer is taken back."))
        return redirect("wish_list")
    wish = get_object_or_404(_readable(request.user, has_room(request.user)), code=code)
    try:
        offers.offer(wish, request.user)
    except NotNow as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(name)s has been told that you offer yourself, and may now ask you "
                                    "in the ordinary way.") % {"name": wish.member.name})  # fmt: skip
    return redirect("wish_list")


@require_http_methods(["GET", "HEAD", "POST"])
@member_only
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
    try:
        wishes.write(request.user, **form.cleaned_data)
    except NotNow as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Your wish is kept. Mentors who have room can read it now."))
    return True


def _page(request, wish, form):
    thought = _thought_of(request.user, wish) if wish else []
    return {
        "wish": wish,
        "focus": _focus(wish) if wish else "",
        "form": form,
        "offered": [card for card in thought if not card["declined"]],
        "declined": [card for card in thought if card["declined"]],
        "days": settings.WISH_DAYS,
    }


def _thought_of(member, wish):
    """A card for each mentor, once: an offer of her own says more than a suggestion."""
    wish.member = member
    found = {}
    for profile, suggested, declined in offers.thought_of(wish):
        found.setdefault(profile, {"suggested": suggested, "declined": declined})
    shown = cards({*found} - {None})
    return [shown[pk] | said for pk, said in found.items() if pk in shown]


@require_POST
@member_only
def wish_take_back(request):
    """Delete my wish."""
    if wishes.take_back(request.user):
        messages.success(request, _("Your wish is taken back; nobody can read it any more."))
    return redirect("wish_mine")


@require_POST
@member_only
def wish_decline(request, code):
    """No thank you to one who was thought of, or show them again."""
    undo = "undo" in request.POST
    offers.decline(request.user, code, undo=undo)
    messages.success(request, _("Shown again.") if undo else _("Put aside. Nobody is told."))
    return redirect("wish_mine")


@require_POST
@member_only
def wish_assign(request):
    """Let the coordinators look, too; or not any longer."""
    if "undo" in request.POST:
        wishes.unassign(request.user)
        messages.success(request, _("The coordinators see your wish no longer."))
    elif wishes.assign(request.user):
        messages.success(
            request, _("The coordinators see your wish now, and can suggest a mentor to you.")
        )
    return redirect("wish_mine")
