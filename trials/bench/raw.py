"""The raw query behind a search: the best twenty by the engine's own rank, and the count."""

import sys
from statistics import median
from time import perf_counter

TERMS = {
    "common": ("quarryword",),
    "mid": ("middleword",),
    "rare": ("rarelyword",),
    "two": ("quarryword", "middleword"),
}
ROUNDS = 15
TABLE = "directory_searchtext"


def main():
    """Print `name milliseconds` for each kind of term."""
    import django

    django.setup()
    from django.db import connection

    from directory.search.fold import tokens

    for name, said in TERMS.items():
        words = [token for word in said for token in tokens(word)]
        statements = STATEMENTS[connection.vendor]
        term = (" AND " if connection.vendor == "sqlite" else " & ").join(words)
        times = []
        with connection.cursor() as cursor:
            for _ in range(ROUNDS):
                began = perf_counter()
                for statement in statements:
                    cursor.execute(statement, [term] * statement.count("%s"))
                    cursor.fetchall()
                times.append(perf_counter() - began)
        print(name, round(median(times) * 1000, 3))


STATEMENTS = {
    "sqlite": (
        f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s ORDER BY rank LIMIT 20",
        f"SELECT count(*) FROM {TABLE} WHERE {TABLE} MATCH %s",
    ),
    "postgresql": (
        f"SELECT mentor_id FROM {TABLE} WHERE bio @@ %s::tsquery "
        "ORDER BY ts_rank(bio, %s::tsquery) DESC LIMIT 20",
        f"SELECT count(*) FROM {TABLE} WHERE bio @@ %s::tsquery",
    ),
}

if __name__ == "__main__":
    sys.exit(main())
