"""What help and reports offer to others."""

from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.hooks import coordinators_may, label_fields

coordinators_may("conduct", "view_case")
label_fields({"text": _("Text")})
