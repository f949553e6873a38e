"""Sheets as members have filled them in, and answers that they share."""

from worksheets.models.filled import Answer, FilledSheet, sheet_url
from worksheets.models.shared import SharedAnswer

__all__ = ["Answer", "FilledSheet", "SharedAnswer", "sheet_url"]
