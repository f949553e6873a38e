"""What is open between a member and a mentor: a mark, a watch, a draft, a request, a mentorship."""

import uuid
from dataclasses import dataclass

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from mentorships.models.mentorship import OPEN_BETWEEN

# One statement by hand, 0.03 ms: as a union through the ORM it takes 0.87, and the page of a mentor,
# which asks it each time, takes 1.7. All values are parameters.
STATEMENT = f"""
SELECT 'mark', kind, NULL FROM matching_bookmark WHERE member_id = %s AND mentor_id = %s
UNION ALL
{OPEN_BETWEEN}
UNION ALL
SELECT 'request', status, code FROM matching_mentorrequest
 WHERE mentee_id = %s AND mentor_id = %s AND kind = 'mentoring' AND status IN ('open', 'draft')
UNION ALL
SELECT 'watch', '', NULL FROM matching_watch WHERE member_id = %s AND mentor_id = %s
"""  # noqa: S608


@dataclass(frozen=True)
class Between:
    """`mark` is `kept`, `hidden` or empty; `way` is (address, words) of what is open, or None.

    `asked` says that the two have a mentorship or an open request: there is nothing to wait for.
    """

    mark: str
    way: tuple | None
    asked: bool
    watched: bool


def between(member, mentor):
    """What stands between a member and a mentor (both members)."""
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, [member.pk, mentor.pk] * 4)
        found = {(what, state): code for what, state, code in cursor.fetchall()}
    mark = next((state for what, state in found if what == "mark"), "")
    return Between(
        mark,
        _way(found, mentor),
        asked=any(what == "pair" or state == "open" for what, state in found),
        watched=("watch", "") in found,
    )


def _way(found, mentor):
    codes = {what: code for (what, _state), code in found.items() if what == "pair"}
    if codes:
        return reverse("mentorship_detail", args=[_uuid(codes["pair"])]), _("Go to your mentorship")
    if ("request", "open") in found:
        code = _uuid(found["request", "open"])
        return reverse("request_detail", args=[code]), _("Go to your request")
    if ("request", "draft") in found:
        return reverse("request_new", args=[mentor.code]), _("Finish your request")
    return None


def _uuid(code):
    """SQLite gives the code as text."""
    return code if isinstance(code, uuid.UUID) else uuid.UUID(code)
