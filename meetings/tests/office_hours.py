"""A member with hours at work."""

from datetime import time

PAGE, LETTER = "/meetings/time/", "/meetings/time/letter/"
OFFICE = {"work_days": [0, 1, 2, 3, 4], "work_from": time(9), "work_to": time(17)}
