"""Wishes as coordinators see them: those whose writer asked them to look, and mentors in five tiers to suggest."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max, OuterRef, Subquery
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from matching.admin.matters import matters_in_words
from matching.admin.proposal import ProposalPages
from matching.assignment import deciding
from matching.assignment.candidates import candidates, seeker_of, tier_of_each
from matching.forms import SuggestForm
from matching.models import ProposedMentor, Suggestion, Tier, Wish, WishStatus
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.pages import show_refusal
from mentorships.services.locking import Conflict
from profiles import access_log
from profiles.models import AccessedObject
from profiles.vocabulary import words

LONGEST_NAME = 100


@admin.register(Wish)
class WishAdmin(ProposalPages, RestrictedModelAdmin):
    """The list tells a number, its age and when somebody was suggested. Whose it is stands inside, and is logged."""

    list_display = ("__str__", "asked_at", "waiting_for", "last_suggested")
    ordering = ("asked_at", "pk")
    fields = readonly_fields = ("member_name", "what", "focus_name", "matters", "asked_at", "suggested")
    change_list_template = "matching/admin_wish_list.html"
    change_form_template = "matching/admin_wish.html"

    def has_add_permission(self, request):
        """Members write them."""
        return False

    def has_change_permission(self, request, obj=None):
        """What was said is not changed."""
        return False

    def get_queryset(self, request):
        """Only what its writer handed over."""
        named = Suggestion.objects.filter(wish=OuterRef("pk")).values("wish").annotate(at=Max("made_at"))
        rows = super().get_queryset(request).filter(status=WishStatus.ASSIGN).select_related("member")
        return rows.annotate(suggested_at=Subquery(named.values("at")))

    @admin.display(description=_("waiting for"), ordering="asked_at")
    def waiting_for(self, wish):
        """Its age."""
        return timesince(wish.asked_at, depth=1)

    @admin.display(description=_("mentor last suggested"), ordering="suggested_at", empty_value=_("not yet"))
    def last_suggested(self, wish):
        """By a coordinator."""
        return wish.suggested_at

    @admin.display(description=_("member"))
    def member_name(self, wish):
        """Whose wish it is."""
        return wish.member.name

    @admin.display(description=_("focus"))
    def focus_name(self, wish):
        """In words."""
        return words().name("helps_with", wish.focus) if wish.focus else _("left open")

    @admin.display(description=_("what matters"))
    def matters(self, wish):
        """What the member chose, in words."""
        return matters_in_words(seeker_of(wish)) or _("nothing in particular")

    @admin.display(description=_("suggested so far"))
    def suggested(self, wish):
        """By the coordinators; what the mentors offered, and what the member said to it, is not shown."""
        rows = Suggestion.objects.filter(wish=wish).order_by("made_at", "pk")
        return ", ".join(rows.values_list("mentor__name", flat=True)) or _("nobody")

    def get_urls(self):
        """The buttons, and the pages of the proposal."""
        suggest = path("<int:pk>/suggest/", self.admin_site.admin_view(self.suggest), name="wish_suggest")
        return [suggest, *self.proposal_urls(), *super().get_urls()]

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one wish with a page of mentors; its writer can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.WISH)
        context |= _mentors(request, obj)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def suggest(self, request, pk):
        """Name mentors, to the member at once or into the proposal; a member is mailed the way to the profiles."""
        self.check_post(request)
        wish = self.get_object(request, pk)
        if wish is None:
            raise Http404
        form = SuggestForm(request.POST, wish=wish)
        page = reverse("admin:matching_wish_change", args=[pk])
        if not form.is_valid():
            messages.error(request, form.errors["mentors"][0])
            return redirect(page)
        with show_refusal(Conflict, request=request):
            messages.success(request, _name(wish, form.cleaned_data["mentors"], "proposal" in request.POST))
            return redirect(
                "admin:wish_proposal" if "proposal" in request.POST else "admin:matching_wish_changelist"
            )
        return redirect(page)

    def check_post(self, request):
        """PermissionDenied for a reader without the right, and for a link."""
        if not self.has_view_permission(request) or request.method != "POST":
            raise PermissionDenied


def _mentors(request, wish):
    """What the page of one wish shows of mentors: one page of one tier."""
    asked, number = request.GET, request.GET.get("page", "")
    name = asked.get("name", "").strip()[:LONGEST_NAME]
    number = int(number) if number.isdecimal() and len(number) < 7 else 1
    found = candidates(wish, tier=asked.get("tier", ""), page=number, name=name)
    known = set(Suggestion.objects.filter(wish=wish).values_list("mentor", flat=True))
    proposed = set(ProposedMentor.objects.filter(wish=wish).values_list("mentor", flat=True))
    return {
        "found": found,
        "pages": found.page,
        "name": name,
        "known": known,
        "proposed": proposed,
        "proposal": deciding.the_proposal(),
    }


def _name(wish, profiles, into_proposal):
    """Do it, and what to say of it."""
    tiers = tier_of_each(wish, [profile.pk for profile in profiles])
    mentors = {profile.member_id: tiers.get(profile.pk, Tier.ONLY_FREE) for profile in profiles}
    if into_proposal:
        deciding.add_names(wish, mentors)
        return _("Added to the proposal.")
    deciding.suggest_now(wish, mentors)
    return _("Suggestion sent. The member will see it with their post, and usually gets an email too.")
