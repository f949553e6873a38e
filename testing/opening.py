"""Try every private text of a database with the rings of this process: `python -m testing.opening`.

Prints as JSON, for each: the kind of row, who wrote it, and whether it opens.
"""

import json

import django


def main():
    """Every column of every row."""
    django.setup()
    from testing.private_texts import cells

    print(json.dumps([(c.model.__name__, c.row.author_id, c.words is not None) for c in cells()]))


if __name__ == "__main__":
    main()
