"""The vocabulary laid out for the lexicon: one entry for each concept and language."""

KINDS = {
    "areas_of_practice": "area",
    "library_types": "library_type",
    "library_sizes": "library_size",
    "career_stages": "career_stage",
    "mentoring_styles": "style",
    "formats": "format",
    "languages": "language",
    "mentor_roles": "role",
    "seeking": "helps_with",
    "qualifications": "qualification",
    "availability_windows": "window",
}


def entries_of(vocabulary, countries=()):
    """Entries for Lexicon.build; countries come as (code, names)."""
    entries = []
    for section, kind in KINDS.items():
        for row in vocabulary[section]:
            entries += _entries_of_row(kind, row)
    return entries + [("country", code, list(names)) for code, names in countries]


def _entries_of_row(kind, row):
    slug = row.get("slug") or row["code"]
    english = [row["label"], row.get("label_uk"), *row.get("synonyms", ()), row.get("endonym")]
    yield kind, slug, [name for name in english if name], "en"
    for code in ("es", "fr"):
        names = [row.get(f"label_{code}"), *row.get(f"synonyms_{code}", ())]
        yield kind, slug, [name for name in names if name], code
