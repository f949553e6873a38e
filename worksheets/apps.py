from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorksheetsConfig(AppConfig):
    """Sheets with prompts to think about; what members write on them is theirs alone, or shared answer by answer."""

    name = "worksheets"
    verbose_name = _("Worksheets")
