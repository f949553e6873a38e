"""What each login of PostgreSQL may do, as the rooms declare it; set by `manage.py database_logins` (P8).

A model whose room declares nothing for the staff site or the worker is out of their reach. Where columns are
named, only they can be seen: enough to find rows and delete them, too little to read a text or a key.
"""

from django.apps import apps

from mentoring.lib.registry.personal_data import MODELS, Rights

VERBS = {"S": "SELECT", "I": "INSERT", "U": "UPDATE", "D": "DELETE"}
PROCESSES = ("member", "staff", "worker")


def tables():
    """{label: table} of all there is. A table without a model is its own label."""
    models = {
        model._meta.label_lower: model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }
    return models | {label: label for label in MODELS.names() if "." not in label}


def rights(process):
    """{label: Rights} of the login of one process; only what it may do."""
    declared = {declaration.label: getattr(declaration, process) for declaration in MODELS}
    return {label: given for label, given in declared.items() if given != Rights()}


def statements(role, process):
    """The GRANTs of one login, from nothing: run again, they end where they ended before."""
    known = tables()
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT ON django_migrations TO {role}"
    for label, given in rights(process).items():
        yield f"GRANT {', '.join(_granted(given))} ON {known[label]} TO {role}"


def _granted(given):
    if given.read:
        yield f"SELECT ({', '.join(given.read)})"
    yield from (VERBS[verb] for verb in given.verbs)
    if given.change:
        yield f"UPDATE ({', '.join(given.change)})"
