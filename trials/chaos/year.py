"""`python -m trials.chaos.year DAYS`: time passes in this process alone. Prints what was wrong, as JSON."""

import json
import sys
from datetime import UTC, datetime
from unittest.mock import patch

from testing.clocks import Clock

BEGIN = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)


def main(days):
    """Live them, and say how it went."""
    import django

    django.setup()
    from mail.models import OutgoingMail
    from testing.year import Year

    clock = Clock(BEGIN)
    with patch("django.utils.timezone.now", lambda: clock.now):
        year = Year(clock)
        year.pass_by(days)
        troubles = list(year.troubles())
        lost = OutgoingMail.objects.waiting().count()
    said = {"sent": len(year.sent), "lost": lost, "troubles": troubles[:3]}
    if len(troubles) > 3:
        said["troubles"].append(f"and {len(troubles) - 3} more")
    print(json.dumps(said))


if __name__ == "__main__":
    main(int(sys.argv[1]))
