"""A long form as sections, each of which is checked and saved by itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """Some fields of a form under a title."""

    key: str
    title: object
    fields: tuple[str, ...]


class Sectioned:
    """A form that can be made of one section alone: `MemberForm(data, instance=member, section="work")`.

    `sections` of the class holds all of them; every field is in one.
    """

    sections: tuple[Section, ...] = ()

    def __init__(self, *args, section=None, **kwargs):
        self.section = self.section_of(section) if section else None
        if self.section:
            self.base_fields = {
                name: field for name, field in self.base_fields.items() if name in self.section.fields
            }
        super().__init__(*args, **kwargs)

    @classmethod
    def section_of(cls, key):
        """The Section of a key, or None."""
        return next((section for section in cls.sections if section.key == key), None)

    @classmethod
    def in_sections(cls, instance, data=None, *, bound=()):
        """One form a section. Those whose keys are in `bound` are checked; others show what `data` says, unchecked."""
        return [cls._one(section, instance, data, bound) for section in cls.sections]

    @classmethod
    def _one(cls, section, instance, data, bound):
        if data is None:
            return cls(instance=instance, section=section.key)
        if section.key in bound:
            return cls(data, instance=instance, section=section.key)
        form = cls(instance=instance, section=section.key)
        for name, field in form.fields.items():
            form.initial[name] = field.widget.value_from_datadict(data, {}, name)
        return form
