"""Which conversation starters a meeting shows, and whether it is a first one."""

from guidance.starters import NEAREST, STARTERS
from meetings.models import AHEAD

SHOWN = 4


def is_first(meeting, *, has_met):
    """Whether this would be the first time that the two meet."""
    return meeting.status in AHEAD and not has_met


def some(meeting):
    """A few starters for a meeting: always the same for one meeting, others for the next."""
    themes = list(STARTERS)
    near = NEAREST.get(meeting.mentorship.focus, themes[meeting.pk % len(themes)])
    order = [near, *(themes[(meeting.pk + n) % len(themes)] for n in range(len(themes)))]
    picked = [STARTERS[theme][(meeting.pk // 3 + n) % len(STARTERS[theme])] for n, theme in enumerate(order)]
    return list(dict.fromkeys(picked))[:SHOWN]
