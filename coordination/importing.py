"""Mentors from a file, in the form of `sample_mentors.json`: all of it, or nothing and every reason."""

from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from coordination.import_file import BadFile, read_entries
from coordination.import_shapes import STATUSES, wrong_shapes
from profiles import services
from profiles.forms import MemberForm, MentorForm
from profiles.models import Member, MentorProfile
from profiles.models.mentor import AREAS_AT_MOST

DOMAIN = "demo.example"
LONGEST_KEY = 100


def load_file(path, *, password=None, dry_run=False):
    """Take in the mentors of a JSON file. Returns (added, already there); BadFile names every error."""
    entries = read_entries(Path(path))
    rows = [_checked(number, entry) for number, entry in enumerate(entries, start=1)]
    errors = [error for _forms, problems in rows for error in problems]
    errors += _duplicates(entries)
    if errors:
        raise BadFile(errors)
    added, hashed = 0, make_password(password)  # once: hashing is slow on purpose
    with transaction.atomic():
        for entry, (forms, _problems) in zip(entries, rows, strict=True):
            added += _add(entry, *forms, hashed)
        if dry_run:
            transaction.set_rollback(True)
    return added, len(entries) - added


def _duplicates(entries):
    seen, errors = set(), []
    for number, entry in enumerate(entries, start=1):
        key = str(entry.get("key", "")).lower()
        if key in seen:
            errors.append(f"Mentor {number}: the key {key} is there twice.")
        seen.add(key)
    return errors


def _checked(number, entry):
    """The filled forms of one entry, and what is wrong with it. The pages' own forms do the checking."""
    label = f"Mentor {number} ({entry.get('key')})"
    if odd := _odd_shapes(entry):
        return None, [f"{label}, {name}: {expected}." for name, expected in odd]
    member = MemberForm(_member_data(entry), instance=Member())
    mentor = MentorForm(_mentor_data(entry), instance=MentorProfile())
    problems = [f"Mentor {number}: no key."] if not _plain(entry.get("key")) else []
    if len(entry.get("areas_of_practice") or []) > AREAS_AT_MOST:
        problems.append(f"{label}: more than {AREAS_AT_MOST} areas of practice.")
    for form in (member, mentor):
        problems += [f"{label}, {name}: {' '.join(errors)}" for name, errors in form.errors.items()]
    if not problems:
        problems = [f"{label}: needs {need}." for need in services.missing(mentor.instance)]
    return (member, mentor), problems


def _odd_shapes(entry):
    """[(name, what was expected)] of everything that would be misread."""
    times = entry.get("availability") or {}
    if not isinstance(times, dict):
        return [("availability", "expected an object, in braces")]
    if times.get("status", "open") not in STATUSES:
        return [("availability", f"expected a status among {', '.join(STATUSES)}")]
    member, mentor = MemberForm.base_fields, MentorForm.base_fields
    lists = {"areas_of_practice": entry.get("areas_of_practice"), "mentor_roles": entry.get("mentor_roles")}
    return [
        *wrong_shapes(_given(MemberForm, entry), member),
        *wrong_shapes(_given(MentorForm, entry), mentor),
        *wrong_shapes(lists, dict.fromkeys(lists, mentor["roles"])),
        *wrong_shapes({name: times.get(name) for name in ("windows", "note")}, mentor),
    ]


def _member_data(entry):
    return {**_given(MemberForm, entry), "language": settings.LANGUAGE_CODE}


def _mentor_data(entry):
    times = entry.get("availability") or {}
    return {
        **_given(MentorForm, entry),
        **{f"area_{place}": slug for place, slug in enumerate(entry.get("areas_of_practice") or [])},
        "roles": entry.get("mentor_roles", []),
        "windows": times.get("windows", []),
        "note": times.get("note", ""),
        "taking_requests": times.get("status") != "full",
    }


def _given(form, entry):
    """What an entry says for the fields of a form of the same name."""
    return {name: entry[name] for name in form.base_fields if name in entry}


def _plain(key):
    named = isinstance(key, str) and key.isascii() and key.replace("-", "").isalnum()
    return named and len(key) <= LONGEST_KEY


def _add(entry, member_form, mentor_form, hashed):
    email = f"{entry['key'].lower()}@{DOMAIN}"
    if Member.objects.filter(email=email).exists():
        return 0
    member = member_form.instance
    member.email, member.adult_at = email, timezone.now()
    member.password = hashed
    member.save()
    EmailAddress.objects.create(user=member, email=email, verified=True, primary=True)
    mentor = mentor_form.instance
    mentor.member = member
    services.save_mentor(mentor)
    services.publish(mentor)
    if (entry.get("availability") or {}).get("status") == "away":
        services.pause(mentor)
    return 1
