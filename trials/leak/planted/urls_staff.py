"""Way 31: the staff site with the stock page that sets somebody's password."""

from django.contrib import admin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.http import Http404, HttpResponse
from django.urls import path

from mentoring.urls_staff import *  # noqa: F403
from mentoring.urls_staff import urlpatterns as _urlpatterns
from profiles.models import Member
from trials.leak.planted.switch import on


@admin.site.admin_view
def set_password(request, pk):
    """As the stock user admin has it."""
    if not on(31):
        raise Http404
    form = AdminPasswordChangeForm(Member.objects.get(pk=pk), request.POST or None)
    if form.is_valid():
        form.save()
        return HttpResponse("Changed.")
    return HttpResponse(form.as_p())


urlpatterns = [
    path("admin/profiles/member/<int:pk>/password/", set_password, name="set_password"),
    *_urlpatterns,
]
