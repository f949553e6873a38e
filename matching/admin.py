"""Wishes as coordinators see them: those whose writer asked them to look, and a mentor to suggest."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from conduct.rules import MAY_READ
from matching import offers
from matching.forms import SuggestForm
from matching.models import Suggestion, Wish, WishStatus
from mentoring.lib.admin import RestrictedModelAdmin
from profiles import access_log
from profiles.models import AccessedObject
from profiles.vocabulary import words


@admin.register(Wish)
class WishAdmin(RestrictedModelAdmin):
    """The list tells a number and a day. Whose it is stands inside, and opening it is written down."""

    list_display = ("__str__", "asked_at")
    ordering = ("asked_at", "pk")
    fields = readonly_fields = ("member_name", "what", "focus_name", "asked_at", "suggested")
    change_form_template = "matching/admin_wish.html"

    def has_module_permission(self, request):
        """Whoever reads what members tell the coordinators: a wish handed over is of that kind."""
        return request.user.has_perm(MAY_READ)

    def has_view_permission(self, request, obj=None):
        """The same."""
        return request.user.has_perm(MAY_READ)

    def has_add_permission(self, request):
        """Members write them."""
        return False

    def has_change_permission(self, request, obj=None):
        """What was said is not changed."""
        return False

    def get_queryset(self, request):
        """Only what its writer handed over."""
        rows = super().get_queryset(request).filter(status=WishStatus.ASSIGN)
        return rows.select_related("member")

    @admin.display(description=_("member"))
    def member_name(self, wish):
        """Whose wish it is."""
        return wish.member.name

    @admin.display(description=_("focus"))
    def focus_name(self, wish):
        """In words."""
        return words().name("helps_with", wish.focus)

    @admin.display(description=_("suggested so far"))
    def suggested(self, wish):
        """By the coordinators; what the mentors offered, and what the member said to it, is not shown."""
        rows = Suggestion.objects.filter(wish=wish).order_by("made_at", "pk")
        return ", ".join(rows.values_list("mentor__name", flat=True)) or _("nobody")

    def get_urls(self):
        """The one button."""
        wrap = self.admin_site.admin_view
        return [path("<int:pk>/suggest/", wrap(self.suggest), name="wish_suggest"), *super().get_urls()]

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one wish, whose writer can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.WISH)
        context |= {"suggest_form": SuggestForm(wish=obj)}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def suggest(self, request, pk):
        """Name a mentor; the member gets a mail with the way to the profile."""
        if not self.has_view_permission(request) or request.method != "POST":
            raise PermissionDenied
        wish = self.get_object(request, pk)
        if wish is None:
            raise Http404
        form = SuggestForm(request.POST, wish=wish)
        if form.is_valid():
            self._suggested(request, wish, form.cleaned_data["mentor"].member)
        else:
            messages.error(request, _("Choose a mentor who is on the list and has room."))
        return redirect(reverse("admin:matching_wish_changelist"))

    def _suggested(self, request, wish, mentor):
        try:
            with transaction.atomic():
                offers.suggest(wish, mentor)
        except IntegrityError:
            messages.error(request, _("This post is no longer up. The member may have found a mentor."))
        else:
            messages.success(
                request,
                _("Mentor suggested. The member will see it with their post, and usually gets an email too."),
            )
