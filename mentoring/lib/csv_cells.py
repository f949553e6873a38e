"""Cells of a CSV file that no spreadsheet takes for a formula."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def safe_cell(value):
    """The value as text. What a spreadsheet would calculate or send begins with an apostrophe."""
    text = "" if value is None else str(value)
    beginnings = (text.lstrip(" \u00a0"), text.lstrip())
    return f"'{text}" if any(begun.startswith(FORMULA) for begun in beginnings) else text
