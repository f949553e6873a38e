"""What looking for a peer offers to others."""

from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import label_fields

label_fields({"about": gettext_lazy("What would you like to share with a peer?")})
