"""The two kinds of keys, and the rings that wrap them."""

from django.db import connection

from conduct.models import CaseKey
from mentorships.models import DataKey

KINDS = (DataKey, CaseKey)


def any_sealed(kind):
    """Whether any key of this kind is there; none in a database that is still empty."""
    if kind._meta.db_table not in connection.introspection.table_names():
        return False
    return kind.objects.exists()
