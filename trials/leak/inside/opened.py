"""Inside any process: every private text that opens here is printed, and why the others do not."""

import sys
from collections import Counter

from trials.leak.inside import enter


def main():
    """All private columns of all rows of all models."""
    from django.apps import apps
    from django.db import DatabaseError

    from mentoring.lib.vault import CannotOpen, KeyRingError, PrivateText

    tried, shut = 0, Counter()
    for model in apps.get_models():
        columns = [field.name for field in model._meta.fields if isinstance(field, PrivateText)]
        if not columns:
            continue
        try:
            rows = list(model.objects.all())
        except DatabaseError as refused:
            shut[str(refused).splitlines()[0]] += 1
            continue
        for row in rows:
            for column in columns:
                tried += bool(row.__dict__.get(column))
                try:
                    print(model.__name__, row.pk, column, getattr(row, column))
                except (CannotOpen, KeyRingError) as trouble:
                    shut[f"{type(trouble).__name__}: {trouble}"] += 1
    print(f"tried {tried}", dict(shut), file=sys.stderr)


if __name__ == "__main__":
    enter()
    main()
