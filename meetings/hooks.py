"""What meetings offer to others: the pair's page, the home page, jobs, answers of calendars."""

from django.utils.translation import gettext_lazy as _

from mail.incoming.inbox import READERS
from meetings import listing, pair_page
from meetings.services import answers
from mentoring.lib.registry.hooks import HELD_TIMES, JOBS, MEMBER_TO_DO, label_fields
from mentorships.pair_page import PAIR_PAGE

JOBS.wake("meetings.tasks.follow_pairs", every=20)
JOBS.wake("meetings.tasks.go_on", every=3600)

READERS.register(order=20)(answers.take_reply)
PAIR_PAGE.register(order=10)(pair_page.meetings_section)
MEMBER_TO_DO.register(order=10)(pair_page.to_do)
HELD_TIMES.register(order=10)(listing.held_times)
label_fields({"texts": _("Chosen text")})
