"""What is kept of passkeys and second factors, and what each login may do with it."""

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import DELETED, Rights, columns, declare, export_part
from second_factor.staff_marks import of_this_site

# A recovery code may be used up and the set called seen; the seed, the name, the key stay as they are.
USED = """OLD.data || jsonb_strip_nulls(jsonb_build_object(
    'used_mask', (OLD.data->>'used_mask')::bigint | (NEW.data->>'used_mask')::bigint,
    'viewed_at', COALESCE(OLD.data->'viewed_at', NEW.data->'viewed_at')))"""
declare(
    Authenticator,
    owners=("user",),
    export="second-factors",
    leaving=DELETED,
    staff=Rights(
        "S",
        insert="signs in on the staff site alone: the member site takes no row with this mark (staff_marks)",
        insert_if="NEW.data->>'site' = 'staff'",
        change=columns("last_used_at", why="a date that nobody signs in by"),
        # django-allauth saves the whole row when a recovery code is used.
        only={"data": USED} | {name: f"OLD.{name}" for name in ("user_id", "type", "created_at")},
    ),
    worker=Rights("D", read=("id", "user_id")),  # never a seed or a key
)


@export_part("second-factors", _("Passkeys and two-step sign-in"), order=33)
def second_factors_of(member):
    """Kind and dates, and the name a member gave; never what signs in."""
    mine = Authenticator.objects.filter(user=member).order_by("pk")
    here = set(of_this_site(mine).values_list("pk", flat=True))
    for each in mine:
        yield {
            "kind": each.type,
            "name": each.data.get("name", ""),
            "staff_site_only": each.pk not in here,
            "added": plain(each.created_at),
            "last_used": plain(each.last_used_at),
        }
