"""What is counted: a fixed list of tables, each one declaration. There is no other way to a number.

    @table("asking", section=ASKING, title=_("…"), rows={"asked": _("…")}, plot=BARS)
    def asking(month): return {"asked": Mentees(…)}

A counting function returns {row: group} or {(row, series): group}; rows that are not there count nobody. Rooms and
tables are read from dates and choices alone, with the rights of the worker.
"""

from figures.counting import asking, care, offers, pairs, people, supply, worth  # noqa: F401 each declares its tables
from figures.counting.tables import NOT_COUNTED, SECTIONS, TABLES

__all__ = ["NOT_COUNTED", "SECTIONS", "TABLES"]
