"""Queries by which the address bar of a list on the staff site could ask about relations (P13, way 10)."""

OPERATORS = ("isnull", "in", "gt", "exact", "contains", "id")


def relations(model):
    """Every way from a model to its neighbours: fields, and ways back, hidden ones too."""
    for field in model._meta.get_fields(include_hidden=True):
        yield field.name
        if field.auto_created and field.is_relation:
            yield field.field.related_query_name()


def lookups(model):
    """Each relation with each operator; two relations in a row, too."""
    for name in sorted(set(relations(model))):
        yield from (f"{name}__{operator}" for operator in OPERATORS)
    for field in model._meta.get_fields(include_hidden=True):
        if field.is_relation and field.related_model:
            yield from (f"{field.name}__{name}" for name in set(relations(field.related_model)))
