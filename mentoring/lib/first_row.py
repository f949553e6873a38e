"""One row by a statement of one's own, for what every page asks.

Django works out anew for each statement how its columns are read: for the member, the other, the pair and the session
that was a seventh of a pair's page. Here it is worked out once for each statement.
"""

from functools import lru_cache

from django.db import connections, router


def first_row(model, statement, values):
    """The first row as an instance of `model`, or None. Columns that are no field become attributes.

    All columns of the model have to be there; raises KeyError for the first that is not.
    """
    connection = connections[alias := router.db_for_read(model)]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
        columns = tuple(column[0] for column in cursor.description)
    if row is None:
        return None
    fields, others = _reading(model, alias, columns)
    names, places, conversions = fields
    read = [row[place] for place in places]
    for position, converters, column in conversions:
        for convert in converters:
            read[position] = convert(read[position], column, connection)
    instance = model.from_db(alias, names, read)
    for name, place in others:
        setattr(instance, name, row[place])
    return instance


@lru_cache(maxsize=64)
def _reading(model, alias, columns):
    """How a row with these columns is read: of the fields, then of what is no field.

    Of the fields: attributes, their places in the row, and (position, converters, column) of those that are converted.
    Of the rest: (name, place in the row).
    """
    connection = connections[alias]
    places = {name: place for place, name in enumerate(columns)}
    fields = model._meta.concrete_fields
    conversions = []
    for position, field in enumerate(fields):
        column = field.get_col(model._meta.db_table)
        converters = (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
        if converters:
            conversions.append((position, converters, column))
    of_fields = (
        [field.attname for field in fields],
        [places.pop(field.column) for field in fields],
        conversions,
    )
    return of_fields, tuple(places.items())
