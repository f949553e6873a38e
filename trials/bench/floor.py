"""The floor pages: `bare`, `browse`, `profile`, as anybody would write them."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import path

from trials.bench.models import FloorMentor, Skill


class FilterForm(forms.Form):
    """Thirty boxes and a search field."""

    q = forms.CharField(required=False)
    skills = forms.ModelMultipleChoiceField(
        Skill.objects.all(), required=False, widget=forms.CheckboxSelectMultiple
    )


@login_required
def bare(request):
    """Session, user, a trivial template."""
    return render(request, "bare.html")


@login_required
def browse(request):
    """Twenty rows, their skills, the form, the count."""
    rows = FloorMentor.objects.filter(open=True).order_by("name", "id").prefetch_related("skills")
    page = Paginator(rows, 20).get_page(request.GET.get("page"))
    return render(request, "browse.html", {"page": page, "form": FilterForm(request.GET)})


@login_required
def profile(request, pk):
    """One mentor, skills, five short texts."""
    mentor = get_object_or_404(FloorMentor, pk=pk)
    return render(request, "profile.html", {"mentor": mentor})


urlpatterns = [
    path("bare/", bare),
    path("browse/", browse),
    path("profile/<int:pk>/", profile),
    path("accounts/login/", bare, name="account_login"),
]
