"""Inside either web process: its addresses, and for the staff site every lookup there could be. JSON."""

import json

from testing.lookups import lookups
from trials.leak.inside import enter


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


if __name__ == "__main__":
    enter()
    main()
