"""What a document of another programme may be, when its settings are taken in."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from configuration.documents.catalogue import LANGUAGES, OWN, WITHDRAWN
from configuration.texts.kinds import TEXT_CHECKS

NAME = re.compile(rf"{OWN}[a-z0-9_-]{{1,80}}")


def take_in(documents):
    """Declare that documents of this kind go along with the settings, and are checked on the way."""

    def checked(key, text):
        known = key.name in documents.slugs or NAME.fullmatch(key.name)
        if not known or key.language not in LANGUAGES or key.source or key.form:
            raise ValidationError(_("There cannot be a text “%(name)s” here.") % {"name": key.name})
        return text if text == WITHDRAWN else documents.check(text)

    TEXT_CHECKS.add(documents.kind, checked)
