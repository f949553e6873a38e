"""Where the words of the vocabularies stand in profiles: how many use one, and putting another in its place."""

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from profiles.models import Member, MentorProfile
from profiles.models.vocabulary import TermKind
from profiles.signals import mentor_changed

# (model, field) by kind. Lists of slugs are JSON; the others hold one slug.
USES = {
    TermKind.AREA: ((MentorProfile, "areas"), (Member, "seeking_areas")),
    TermKind.LIBRARY_TYPE: ((Member, "library_type"),),
    TermKind.LIBRARY_SIZE: ((Member, "library_size"),),
    TermKind.CAREER_STAGE: ((Member, "career_stage"),),
    TermKind.QUALIFICATION: ((MentorProfile, "qualifications"),),
    TermKind.HELPS_WITH: ((MentorProfile, "helps_with"), (Member, "seeking")),
    TermKind.ROLE: ((MentorProfile, "roles"),),
    TermKind.STYLE: ((MentorProfile, "styles"),),
    TermKind.FORMAT: ((MentorProfile, "formats"),),
    TermKind.LANGUAGE: ((Member, "languages"),),
    TermKind.WINDOW: ((MentorProfile, "windows"), (Member, "windows")),
}


def count_profiles(kind, slug):
    """How many profiles say this word."""
    return sum(_rows(model, field, slug).count() for model, field in USES.get(kind, ()))


def replace_word(kind, slug, by):
    """Put another word of the same kind where this one stands, once in each list. How many rows were changed."""
    done = 0
    for model, field in USES.get(kind, ()):
        for pk in _rows(model, field, slug).values_list("pk", flat=True):
            done += _replace(model, field, pk, slug, by)
    return done


def _rows(model, field, slug):
    if not _is_list(model, field):
        return model.objects.filter(**{field: slug})
    text = model.objects.annotate(as_text=Cast(field, TextField()))
    return text.filter(as_text__contains=f'"{slug}"')


def _is_list(model, field):
    return model._meta.get_field(field).get_internal_type() == "JSONField"


@transaction.atomic
def _replace(model, field, pk, slug, by):
    """Hold the row: its member may be saving it at this moment."""
    row = model.objects.select_for_update(no_key=True).only("pk", field).get(pk=pk)
    was = getattr(row, field)
    now = by
    if _is_list(model, field):
        now = list(dict.fromkeys(by if word == slug else word for word in was))
    if was == now or slug not in was:
        return False
    model.objects.filter(pk=pk).update(**{field: now})
    own = {"pk": pk} if model is MentorProfile else {"member": pk}
    for mentor in MentorProfile.objects.filter(**own):
        mentor_changed.send(sender=MentorProfile, mentor=mentor)
    return True
