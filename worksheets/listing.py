"""What lists of worksheets show: which there are, what a member has begun, what the two of a pair share."""

from dataclasses import dataclass, field

from django.db import connection
from django.urls import reverse

from guidance.orientation.screens import ROLES
from mentorships.models import Mentorship
from worksheets.models import FilledSheet, SharedAnswer
from worksheets.sheets import catalogue
from worksheets.sheets.markdown import Sheet
from worksheets.sheets.orientation import role_of, slug_of

# By hand, as the other statements of the pair's page: through the ORM a tenth of the page went into building two.
STATE = """
SELECT (SELECT count(*) FROM worksheets_sharedanswer WHERE mentorship_id = %s AND author_id <> %s),
       (SELECT count(*) FROM worksheets_filledsheet WHERE member_id = %s AND slug = %s)
"""
MOST_SHARED = 200  # of one's own, on the page of a pair


@dataclass
class Listed:
    """One sheet of a list, and the copies that the member has begun. `sheet` is None for one no longer offered."""

    title: str
    url: str
    sheet: Sheet | None = None
    begun: list[FilledSheet] = field(default_factory=list)


def all_sheets(member, language):
    """Every sheet that is offered; then those that are not any more and on which the member has written."""
    filled = list(FilledSheet.objects.filter(member=member).order_by("pk"))
    pairs = {each.mentorship_id for each in filled} - {None}
    pairs = Mentorship.objects.visible_to(member).with_people().in_bulk(pairs) if pairs else {}
    for each in filled:
        each.mentorship = pairs.get(each.mentorship_id)
        each.partner = each.mentorship and each.mentorship.partner_of(member)
    sheets = {
        sheet.slug: Listed(sheet.title, reverse("worksheet", args=[sheet.slug]), sheet)
        for sheet in catalogue.sheets(language)
    }
    return _with_begun(sheets, filled)


def begun_roles(member):
    """For which roles this member has begun the orientation, or said not now."""
    slugs = [slug_of(role) for role in ROLES]
    begun = FilledSheet.objects.filter(member=member, slug__in=slugs).values_list("slug", flat=True)
    return {role_of(slug) for slug in begun}


def sheets_of_pair(member, mentorship, language):
    """The sheets that suit a mentorship, and others on which the member has written within it."""
    filled = list(FilledSheet.objects.filter(member=member, mentorship=mentorship).order_by("pk"))
    for each in filled:
        each.mentorship = mentorship
    suitable = filter(None, (catalogue.sheet(slug, language) for slug in catalogue.FOR_PAIRS))
    sheets = {
        sheet.slug: Listed(sheet.title, reverse("pair_worksheet", args=[mentorship.code, sheet.slug]), sheet)
        for sheet in suitable
    }
    return _with_begun(sheets, filled)


def _with_begun(sheets, filled):
    for each in filled:
        sheets.setdefault(each.slug, Listed(each.title, each.get_absolute_url())).begun.append(each)
    return list(sheets.values())


def shared_with(member, mentorship):
    """What the other of a pair shares with this member, newest first."""
    return SharedAnswer.objects.filter(mentorship=mentorship).exclude(author=member)


def state_of_pair(mentorship, reader, slug):
    """(how many answers the other of a pair shares, whether the reader has begun the sheet `slug` for themselves)."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, [mentorship.pk, reader.pk, reader.pk, slug])
        shared, begun = cursor.fetchone()
    return shared, bool(begun)


def shared_by(member, mentorship):
    """What this member shares with the other, newest first."""
    return SharedAnswer.objects.filter(mentorship=mentorship, author=member)[:MOST_SHARED]
