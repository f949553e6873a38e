"""Inside either web process: its addresses, and for the staff site every lookup there could be. JSON."""

import json

from trials.leak.inside import enter

OPERATORS = ("isnull", "in", "gt", "exact", "contains", "id")


def main():
    """{"routes": [[name, pattern, arguments]], "admin": {…}}."""
    from django.conf import settings

    from testing.world import routes

    found = [list(route) for route in routes(settings.ROOT_URLCONF)]
    print(json.dumps({"routes": found, "admin": admin()}))


def admin():
    """{app/model: {"rows": numbers, "lookups": names, "may": names that may narrow the list}}."""
    from django.conf import settings
    from django.contrib import admin as site

    if settings.PROCESS != "staff":
        return {}
    import mentoring.urls_staff  # noqa: F401 - registers everything

    return {
        f"{model._meta.app_label}/{model._meta.model_name}": {
            "rows": list(model.objects.order_by("-pk").values_list("pk", flat=True)[:40]),
            "lookups": sorted(set(lookups(model))),
            "may": list(getattr(registered, "may_look_up", ())),
        }
        for model, registered in site.site._registry.items()
    }


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


if __name__ == "__main__":
    enter()
    main()
