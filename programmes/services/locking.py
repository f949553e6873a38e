"""Holding a programme's row while somebody joins, leaves or is paired in it, or what staff see of it changes."""

from django.utils.translation import gettext_lazy as _

from mentorships.services.locking import Conflict
from programmes.models import Programme


class CannotJoin(Conflict):
    """Somebody cannot join now. Says why; what was typed is shown again."""


class LevelChanged(CannotJoin):
    """What coordinators will see is no longer what the page said."""


def hold_programme(programme):
    """The row as it is now, held until the transaction ends. After the members: see `profiles.locking`."""
    held = Programme.objects.select_for_update(no_key=True).filter(pk=programme.pk).first()
    if held is None:
        raise Conflict(_("This programme is no longer there."))
    return held
