"""The association's policies: three documents in Markdown, with the text as installed in `shipped/`."""

from django.utils.translation import gettext_lazy as _

TITLES = {"terms": _("Terms of use"), "privacy": _("Privacy statement"), "conduct": _("Code of conduct")}
