"""My profile, my mentor profile, photos."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentoring.lib.storages import StorageAway
from profiles import photo_files, photos, sections, services
from profiles.forms import MemberForm, MentorForm, PhotoForm
from profiles.models import Member, MentorProfile
from profiles.shown import mentor_page

FORM = ["GET", "HEAD", "POST"]


@member_page("GET", "POST")
def profile(request):
    """What I say about myself: a section at a time, or all of it."""
    member = Member.objects.get(pk=request.user.pk)
    if section := MemberForm.section_of(request.POST.get("section")):
        return sections.save(
            request, MemberForm, member, section, save=_save_member_section, page=_profile_page
        )
    form = MemberForm(request.POST or None, instance=member)
    if form.is_valid():
        services.save_member(form.instance)
        messages.success(request, _("Profile saved."))
        return redirect("profile")
    return _profile_page(request, sections.forms(request, MemberForm, form.instance))


def _save_member_section(form):
    fields = [*form.fields, *(["time_zone_confirmed"] if "time_zone" in form.fields else [])]
    services.save_member(form.instance, fields=fields)


def _profile_page(request, forms):
    return render(request, "profiles/profile.html", {"forms": forms})


@member_page("GET", "POST")
def mentor_profile(request):
    """What I offer as a mentor: kept as a draft, shown when published."""
    mentor = _mine(request)
    if section := MentorForm.section_of(request.POST.get("section")):
        return sections.save(
            request, MentorForm, mentor, section, save=_save_mentor_section, page=_mentor_profile_page
        )
    form = MentorForm(request.POST or None, instance=mentor)
    refused = []
    if form.is_valid():
        with show_refusal(services.TooFewPlaces, form=form, field="capacity"):
            services.save_mentor(form.instance)
            return _after_saving(request, form.instance)
        refused = form.errors["capacity"]
    forms = sections.forms(request, MentorForm, mentor)
    for text in refused:
        next(one for one in forms if "capacity" in one.fields).add_error("capacity", text)
    return _mentor_profile_page(request, forms)


def _save_mentor_section(form):
    with show_refusal(services.TooFewPlaces, form=form, field="capacity"):
        services.save_mentor(form.instance)


def _mentor_profile_page(request, forms):
    return render(request, "profiles/mentor_profile.html", {"forms": forms, "mentor": forms[0].instance})


def _mine(request):
    return MentorProfile.objects.filter(member=request.user).first() or MentorProfile(member=request.user)


def _after_saving(request, mentor):
    if "publish" not in request.POST:
        messages.success(request, _("Mentor profile saved."))
        return redirect("mentor_profile")
    return _published(request, mentor)


def _published(request, mentor):
    try:
        services.publish(mentor)
    except services.NotReady as error:
        needs = ", ".join(str(need) for need in error.args[0])
        messages.error(
            request,
            _("Saved. Before it can go on the list, your profile needs: %(needs)s.") % {"needs": needs},
        )
        return redirect("mentor_profile")
    except services.NothingNew as error:
        messages.error(request, _("Saved. %(why)s") % {"why": error})
        return redirect("mentor_profile")
    messages.success(request, _("You’re on the list of mentors."))
    return redirect("mentor_profile")


@member_page("POST")
def mentor_pause(request):
    """Leave the list for a while, in one click; or come back."""
    mentor = get_object_or_404(MentorProfile, member=request.user)
    if "resume" in request.POST:
        return _published(request, mentor)
    services.pause(mentor)
    messages.success(
        request, _("You’re off the list until you come back. Your current mentorships continue.")
    )
    return redirect("mentor_profile")


@member_page("GET")
def mentor_preview(request):
    """My mentor profile as others will see it."""
    mentor = get_object_or_404(MentorProfile, member=request.user)
    return render(request, "profiles/mentor_preview.html", mentor_page(mentor))


@member_page("GET", "POST")
def photo_change(request):
    """Put up a photo, change what is said about it, or take it down."""
    if request.method == "POST" and "remove" in request.POST:
        services.set_photo(request.user, None, alt="")
        messages.success(request, _("Photo removed."))
        return redirect("photo_change")
    form = PhotoForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        try:
            services.set_photo(request.user, form.cleaned_data["photo"], alt=form.cleaned_data["alt"])
        except StorageAway:
            return _photo_not_saved(request, form)
        messages.success(request, _("Photo saved."))
        return redirect("photo_change")
    return render(request, "profiles/photo_change.html", {"form": form})


def _photo_not_saved(request, form):
    """What is said about the photo stays as typed; a browser gives the file itself only once."""
    form.add_error(
        "photo",
        _(
            "We cannot save photos right now, so nothing has changed. Choose the photo again in a few minutes."
        ),
    )
    return render(request, "profiles/photo_change.html", {"form": form}, status=503)


@member_page("GET")
def photo(request, name, size):
    """A photo of a mentor in the list, or one's own. The random name changes with the picture."""
    shown = name == request.user.photo or MentorProfile.objects.listed().filter(member__photo=name).exists()
    if size not in photos.SIDES or not shown:
        raise Http404
    try:
        content = photo_files.read(name, size)
    except StorageAway:  # the page around it is complete without
        return HttpResponse(status=503, headers={"Retry-After": "30"})
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type="image/jpeg")
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response


@member_page("POST")
def not_now(request):
    """Remember a "not now", so that the two doors are not shown again until asked for."""
    wanted = None if "undo" in request.POST else timezone.now()
    Member.objects.filter(pk=request.user.pk).update(not_now_at=wanted)
    return redirect("home")
