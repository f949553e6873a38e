"""Lengths of time in words."""

from django.utils.translation import gettext as _


def hours_and_minutes(minutes):
    """`1 h 30 min` out of minutes."""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return _("%(h)d h %(m)d min") % {"h": whole, "m": rest}
    return _("%(h)d h") % {"h": whole} if whole or not rest else _("%(m)d min") % {"m": rest}
