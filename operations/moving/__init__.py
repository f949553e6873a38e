"""A move from SQLite to PostgreSQL: every row as it is stored, in one transaction, compared before it is kept.

Nothing is opened and sealed anew, no signal is sent, no key ring is needed. `tables.py` reads, writes and sums up
one table, `databases.py` holds both databases, `move.py` is the order of it all.
"""


class MoveError(Exception):
    """It did not move, and the target is as it was. Says why, and what helps, in one line for the operator."""
