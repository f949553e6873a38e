"""What coordinators set for the programme: saved, read, put back."""

from configuration.services.history import ChangedMeanwhile, forget
from configuration.services.numbers import changed_numbers, newest, put_back, save_numbers
from configuration.services.texts import holding_texts, put_text_back, save_texts
from configuration.services.transfer import export_texts, import_texts

__all__ = [
    "ChangedMeanwhile",
    "changed_numbers",
    "export_texts",
    "forget",
    "holding_texts",
    "import_texts",
    "newest",
    "put_back",
    "put_text_back",
    "save_numbers",
    "save_texts",
]
