"""What a worksheet of another programme may be, when its settings are taken in."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from worksheets.sheets.catalogue import LANGUAGES, OWN, SLUGS, WITHDRAWN
from worksheets.sheets.markdown import checked_sheet

NAME = re.compile(rf"{OWN}[a-z0-9_-]{{1,80}}")


def is_name(name):
    """Whether a sheet may be called so: one as installed, or one that was added."""
    return name in SLUGS or bool(NAME.fullmatch(name))


def checked_import(key, text):
    """The text of an entry in one form; ValidationError for what is no worksheet."""
    if not is_name(key.name) or key.language not in LANGUAGES or key.source or key.form:
        raise ValidationError(_("There cannot be a worksheet “%(name)s” here.") % {"name": key.name})
    return text if text == WITHDRAWN else checked_sheet(text)
