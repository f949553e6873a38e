"""A mentor profile as others read it: labels instead of slugs, in the reader's language."""

from profiles.vocabulary import words

LISTS = {
    "areas": "area", "helps_with": "helps_with", "roles": "role", "styles": "style",
    "formats": "format", "windows": "window", "qualifications": "qualification",
}  # fmt: skip


def shown_profile(mentor):
    """{name: labels} of every list and choice of a mentor and their member."""
    now, member = words(), mentor.member
    shown = {
        name: [now.name(kind, slug) for slug in getattr(mentor, name)]
        for name, kind in LISTS.items()
    }
    return shown | shown_member(member)


def shown_member(member):
    """The short profile of a member: what a mentor sees of somebody who asks."""
    now = words()
    return {
        "languages": [now.name("language", code) for code in member.languages],
        "seeking": [now.name("helps_with", slug) for slug in member.seeking],
        "library_type": now.name("library_type", member.library_type),
        "library_size": now.name("library_size", member.library_size),
        "career_stage": now.name("career_stage", member.career_stage),
    }
