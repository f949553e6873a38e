"""Fields for an address that people keep, share and edit: what does not exist is left out, never an error."""

from django import forms

from mentoring.lib.text import tidy

LONGEST_QUERY = 200
YES = {"true", "1", "on", "yes"}


class Shared:
    """A field without state: a form may use it as it is, where Django would copy it for each request."""

    def __deepcopy__(self, memo):
        return self


class KnownSlugsField(Shared, forms.MultipleChoiceField):
    """The slugs that exist, each once. `labels` is a callable that gives {slug: label}."""

    def __init__(self, *, labels, **kwargs):
        super().__init__(choices=lambda: list(labels().items()), **kwargs)
        self.labels = labels

    def clean(self, value):
        """A list, empty if nothing is known."""
        labels = self.labels()
        return [slug for slug in dict.fromkeys(value or ()) if slug in labels]


class SwitchField(Shared, forms.CharField):
    """Yes, or nothing: the last value of the address decides."""

    def clean(self, value):
        """["true"] or an empty list, like the other choices."""
        return ["true"] if value in YES else []


class QueryField(Shared, forms.CharField):
    """What is typed into the search, at most 200 letters of it."""

    def clean(self, value):
        """Tidied, without the NUL that PostgreSQL refuses."""
        return tidy((value or "").replace("\x00", ""))[:LONGEST_QUERY]


class SortField(Shared, forms.ChoiceField):
    """One of the orders there are; the first of them where none is known."""

    def clean(self, value):
        """Its name."""
        names = [name for name, _label in self.choices]
        return value if value in names else names[0]
