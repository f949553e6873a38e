"""Mentors from a file, in the form of `sample_mentors.json`: all of it, or nothing and every reason."""

import json
from pathlib import Path

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from profiles import services
from profiles.forms import MemberForm, MentorForm
from profiles.models import Member, MentorProfile
from profiles.models.mentor import AREAS_AT_MOST

DOMAIN = "demo.example"
LONGEST_KEY = 100
MOST_BYTES = 50 * 1024 * 1024


class BadFile(Exception):
    """A file that cannot be taken in. `args[0]` is a list of lines, one for each reason."""


def load_file(path, *, password=None, dry_run=False):
    """Take in the mentors of a JSON file. Returns (added, already there); BadFile names every error."""
    entries = _read(Path(path))
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


def _read(path):
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadFile([f"{path}: larger than 50 MB."])
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadFile([f"{path}: {error.strerror}."]) from None
    except ValueError as error:
        raise BadFile([f"{path}: not JSON in UTF-8 ({error})."]) from None
    entries = found.get("mentors") if isinstance(found, dict) else found
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadFile([f"{path}: expected a list of mentors under “mentors”."])
    return entries


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
    times = entry.get("availability") or {}
    areas = entry.get("areas_of_practice") or []
    if not isinstance(times, dict) or not isinstance(areas, list):
        return None, [f"Mentor {number}: areas_of_practice has to be a list, availability an object."]
    member = MemberForm({**_given(MemberForm, entry), "language": "en"}, instance=Member())
    mentor = MentorForm(
        {
            **_given(MentorForm, entry),
            **{f"area_{place}": slug for place, slug in enumerate(areas)},
            "roles": entry.get("mentor_roles", []),
            "windows": times.get("windows", []),
            "note": times.get("note", ""),
            "taking_requests": times.get("status") != "full",
        },
        instance=MentorProfile(),
    )
    problems = [f"Mentor {number}: no key."] if not _plain(entry.get("key")) else []
    if len(areas) > AREAS_AT_MOST:
        problems.append(f"Mentor {number}: more than {AREAS_AT_MOST} areas of practice.")
    for form in (member, mentor):
        problems += [
            f"Mentor {number} ({entry.get('key')}), {name}: {' '.join(errors)}"
            for name, errors in form.errors.items()
        ]
    if not problems:
        needs = services.missing(mentor.instance)
        problems = [f"Mentor {number} ({entry['key']}): needs {need}." for need in needs]
    return (member, mentor), problems


def _given(form, entry):
    """What an entry says for the fields of a form of the same name."""
    return {name: entry.get(name, "") for name in form.base_fields}


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
