"""The programme's settings on the staff site."""

from configuration.admin import announcements, numbers, texts  # noqa: F401
