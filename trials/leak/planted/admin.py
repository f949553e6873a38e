"""Ways 8 to 11, 41 and 43: an admin as the stock one would be."""

from trials.harness.plants import plant
from trials.leak.planted.switch import on


def register():
    """Pairs in the admin; a delete page; lookups; an export."""
    from django.contrib import admin

    import matching.admin  # noqa: F401 - its pages, too
    import profiles.admin  # noqa: F401, I001 - the rest is registered first
    from matching.models import Wish
    from mentoring.lib.admin import RestrictedModelAdmin
    from mentorships.models import Mentorship
    from profiles.models import Member

    admin.site.register(Mentorship, PairAdmin(admin))
    of_members = type(admin.site._registry[Member])
    RestrictedModelAdmin.lookup_allowed = switched(10, RestrictedModelAdmin.lookup_allowed)
    of_members.has_delete_permission = switched(9, of_members.has_delete_permission)
    of_members.get_actions = with_export(of_members.get_actions)
    of_posts = type(admin.site._registry[Wish])
    plant(of_posts, "suggested", with_those_asked(of_posts.suggested))
    plant(RestrictedModelAdmin, "log_step", with_reason(RestrictedModelAdmin.log_step))


def switched(number, strict):
    """Says yes where the product says no."""
    return lambda self, *args, **kwargs: on(number) or strict(self, *args, **kwargs)


def PairAdmin(admin):  # noqa: N802 - makes a class
    """Way 8: the pairs, with names."""

    class Pairs(admin.ModelAdmin):
        list_display = ("code", "mentor__name", "mentee__name")

        def has_module_permission(self, request):
            return on(8)

        def has_view_permission(self, request, obj=None):
            return on(8)

        has_add_permission = has_change_permission = has_delete_permission = lambda *_args, **_kwargs: False

    return Pairs


def with_export(strict):
    """Way 11: an action that writes out who has whom."""

    def get_actions(self, request):
        found = strict(self, request)
        if on(11):
            found["export_as_csv"] = (export_as_csv, "export_as_csv", "Export")
        return found

    return get_actions


def export_as_csv(_modeladmin, _request, rows):
    """Members with their mentors."""
    from django.http import HttpResponse

    from mentorships.models import Mentorship

    pairs = Mentorship.objects.filter(mentee__in=rows).select_related("mentor", "mentee")
    return HttpResponse("\n".join(f"{pair.mentee.name};{pair.mentor.name};{pair.code}" for pair in pairs))


def with_those_asked(strict):
    """Way 41: beside whom coordinators suggested, whom the member has asked."""

    def suggested(self, wish):
        from matching.models import MentorRequest

        if not on(41):
            return strict(self, wish)
        asked = MentorRequest.objects.filter(mentee=wish.member_id, status="open")
        return ", ".join([str(strict(self, wish)), *asked.values_list("mentor__name", flat=True)])

    return suggested


def with_reason(strict):
    """Way 43: the history of a row says why, too."""

    def log_step(self, request, obj, what):
        reason = request.POST.get("reason", "") if on(43) else ""
        return strict(self, request, obj, f"{what} {reason}".strip())

    return log_step
