"""What coordination offers to others: the weekly mail."""

from coordination import weekly
from mentoring.lib.registry.hooks import DUE

DUE.register(order=85, name="coordinators mailed what waits")(weekly.send_weekly)
