"""The verbs of people: save, publish, pause, count a place taken or given back."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.hooks import why_nothing_new
from profiles import photo_files
from profiles.changes import member_has_changed, mentor_has_changed
from profiles.locking import lock_member
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus

A_DAY = timedelta(days=1)
NOT_OF_THE_PAGE = (
    *("password", "last_login", "email", "is_active", "is_staff", "is_superuser"),
    *("suspended_at", "suspended_reason"),
    *("leaving_at", "left_at", "not_now_at", "started_at"),
    *("photo", "photo_alt"),  # set_photo
)
NOT_OF_THE_MENTOR = ("active", "answer_days", "answers", "hidden_at", "hidden_reason")


class NoRoom(Exception):
    """Every place of this mentor is taken."""


class TooFewPlaces(Exception):
    """Fewer places than mentees: somebody was accepted while the form was open."""


class NotReady(Exception):
    """A mentor profile that says too little to be shown. Carries what is missing, in words."""


class NothingNew(Exception):
    """Refuses what a member would begin, for now. Carries why, in words."""


@transaction.atomic
def save_member(member, *, fields=None):
    """Keep what a member says about themselves: all of it, or the fields of these names alone.

    Nothing of somebody who has left meanwhile.
    """
    if not lock_member(member):
        return
    own = _all_but(member, NOT_OF_THE_PAGE)
    member.save(update_fields=own if fields is None else [name for name in own if name in fields])
    mentor = MentorProfile.objects.filter(member=member).first()
    if mentor:
        mentor_has_changed(mentor)


def finish_first_steps(member):
    """Remember that the first steps are done or skipped: nobody is led through them twice."""
    Member.objects.filter(pk=member.pk, started_at=None).update(started_at=timezone.now())


def set_photo(member, versions, *, alt):
    """Show a photo: {size: JPEG bytes} as `photos.redraw` makes them; none takes the one that is there away.

    The file before goes once the change is certain. Nothing is kept of somebody who has left meanwhile. StorageAway:
    then nothing has changed.
    """
    name = photo_files.store(versions) if versions else ""  # nobody waits for a lock while it is on its way
    if not _show_photo(member, name, alt):
        photo_files.remove_photo(name)


@transaction.atomic
def _show_photo(member, name, alt):
    if not lock_member(member):
        return False
    was = Member.objects.values_list("photo", flat=True).get(pk=member.pk)
    Member.objects.filter(pk=member.pk).update(photo=name, photo_alt=alt)
    if was:
        transaction.on_commit(lambda: photo_files.remove_photo(was))
    member_has_changed(member)
    return True


def remove_unused_photos(now):
    """Delete photos of more than a day ago that are nobody's. How many files."""
    in_use = set(Member.objects.exclude(photo="").values_list("photo", flat=True))
    return photo_files.remove_unused(in_use, older_than=now - A_DAY)


def save_mentor(mentor):
    """Keep a mentor profile, draft or published. What others count or decide is left to them.

    TooFewPlaces if the database finds more mentees than places at this very moment.
    """
    try:
        with transaction.atomic():
            _save_mentor(mentor)
    except IntegrityError as error:
        if "mentor_within_capacity" not in str(error):
            raise
        raise TooFewPlaces(_("Choose a higher number. Someone has just been accepted.")) from None


def _save_mentor(mentor):
    if not lock_member(mentor.member):  # has left meanwhile: the profile stays as empty as it was left
        return
    mentor.changed_at = timezone.now()
    if not mentor.pk:  # two clicks on the first "Save" are one profile
        there = MentorProfile.objects.filter(member=mentor.member_id)
        mentor.pk = there.values_list("pk", flat=True).first()
    if mentor.pk:
        mentor.save(update_fields=_all_but(mentor, NOT_OF_THE_MENTOR))
    else:
        mentor.save()
    mentor_has_changed(mentor)


def _all_but(row, names):
    """A page may have been loaded before somebody else decided something: that stays decided."""
    fields = row._meta.concrete_fields
    return [f.attname for f in fields if not f.primary_key and f.attname not in names]


def missing(mentor):
    """What a mentor profile still needs before others can choose by it, in words."""
    needs = {_("at least one area of practice"): mentor.areas, _("a few lines about you"): mentor.bio}
    return [need for need, given in needs.items() if not given]


@transaction.atomic
def publish(mentor):
    """Show the profile. NotReady if it says too little; NothingNew if its mentor may not be in the list for now."""
    if missing(mentor):
        raise NotReady(missing(mentor))
    if why := why_nothing_new(mentor.member):
        raise NothingNew(why)
    mentor.published_at = mentor.published_at or timezone.now()
    mentor.status = ProfileStatus.PUBLISHED
    save_mentor(mentor)


@transaction.atomic
def pause(mentor):
    """Take the profile off the list. Running mentorships go on."""
    MentorProfile.objects.filter(pk=mentor.pk).update(status=ProfileStatus.PAUSED)
    mentor_has_changed(mentor)


def take_place(mentor_member):
    """Count one more mentee, if there is room at this very moment. NoRoom otherwise (product 23)."""
    free = MentorProfile.objects.filter(member=mentor_member, active__lt=F("capacity"))
    taken = free.update(active=F("active") + 1)
    if taken != 1:
        raise NoRoom(_("There’s no room left for another mentee."))
    mentor_has_changed(MentorProfile.objects.get(member=mentor_member))


def give_back_place(mentor_member):
    """Count one mentee less."""
    MentorProfile.objects.filter(member=mentor_member, active__gt=0).update(active=F("active") - 1)
    mentor_has_changed(MentorProfile.objects.get(member=mentor_member))


def update_answer_time(mentor_member, *, after_days):
    """Let a mentor's usual time to answer follow their latest answer (days as a float)."""
    mentor = MentorProfile.objects.filter(member=mentor_member).first()
    if mentor:
        was = mentor.answer_days
        mean = after_days if was is None else (2 * was + after_days) / 3
        MentorProfile.objects.filter(pk=mentor.pk).update(answer_days=mean, answers=F("answers") + 1)
        mentor_has_changed(MentorProfile.objects.get(pk=mentor.pk))
