"""What worksheets offer to others: the pair's page, labels of what is handed back, the check of imported sheets."""

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from configuration.models import TextKind
from configuration.texts.kinds import TEXT_CHECKS
from mentoring.lib.registry.hooks import FIELD_LABEL_FINDERS
from mentorships.pair_page import PAIR_PAGE, Line, Section
from worksheets.forms.filling import ANSWER
from worksheets.listing import shared_with
from worksheets.sheets.catalogue import label_of
from worksheets.staff_texts import checked_import

UNKNOWN_PROMPT = gettext_lazy("Your answer")
TEXT_CHECKS.add(TextKind.WORKSHEET.value, checked_import)


@PAIR_PAGE.register(order=50)
def worksheets_section(mentorship, reader, *, may_write):
    """Where sheets for the two are, and how many answers the other has shared."""
    count = shared_with(reader, mentorship).count()
    state = _("things to think about, for yourself")
    if count:
        name = mentorship.partner_of(reader).first_name
        sentence = ngettext("%(name)s has shared %(n)d answer", "%(name)s has shared %(n)d answers", count)
        state = sentence % {"name": name, "n": count}
    return Section([Line("worksheets/", _("Worksheets"), state)])


@FIELD_LABEL_FINDERS.register()
def prompt_of_field(name):
    """The prompt that a field of a sheet stands under."""
    if not name.startswith(ANSWER):
        return ""
    return label_of(name.removeprefix(ANSWER), get_language()) or UNKNOWN_PROMPT
