"""What worksheets offer to others: the pair's page, labels of what is handed back, the check of imported sheets."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from configuration.documents.importing import take_in
from mentoring.lib.registry.hooks import FIELD_LABEL_FINDERS
from mentorships.pair_page import PAIR_PAGE, Line, Section
from worksheets.forms.filling import ANSWER
from worksheets.listing import state_of_pair
from worksheets.sheets.catalogue import SHEETS, label_of
from worksheets.sheets.orientation import slug_of

YOUNG = timedelta(days=60)  # a mentorship whose two may not have met yet
UNKNOWN_PROMPT = gettext_lazy("Your answer")
take_in(SHEETS)


@PAIR_PAGE.register(order=50)
def worksheets_section(mentorship, reader, *, may_write):
    """Where sheets for the two are, how many answers the other has shared; and the orientation while it is young."""
    role = "mentor" if mentorship.mentor_id == reader.pk else "mentee"
    shared, has_begun = state_of_pair(mentorship, reader, slug_of(role))
    lines = [Line("worksheets/", _("Worksheets"), _shared_in_words(shared, mentorship, reader))]
    if may_write and not has_begun and timezone.now() - mentorship.began_at < YOUNG:
        lines.insert(0, Line("orientation/", _("Orientation"), _("ten minutes before your first meeting")))
    return Section(lines)


def _shared_in_words(count, mentorship, reader):
    if not count:
        return _("things to think about, for yourself")
    sentence = ngettext("%(name)s has shared %(n)d answer", "%(name)s has shared %(n)d answers", count)
    return sentence % {"name": mentorship.partner_of(reader).first_name, "n": count}


@FIELD_LABEL_FINDERS.register()
def prompt_of_field(name):
    """The prompt that a field of a sheet stands under."""
    if not name.startswith(ANSWER):
        return ""
    return label_of(name.removeprefix(ANSWER), get_language()) or UNKNOWN_PROMPT
