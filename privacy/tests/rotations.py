"""A rotation, and the texts that nobody can open."""

from django.core.management import call_command

from testing.private_texts import cells


def rotate(**options):
    call_command("rotate_confidential_keys", **options)


def unopened():
    return [cell for cell in cells() if not (cell.words or "").strip()]
