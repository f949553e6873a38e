"""Certificates that members make for themselves, and the hours they write down."""

from recognition.models.certificate import Certificate, CertificateRole
from recognition.models.time_entry import TimeEntry, TimeKind

__all__ = ["Certificate", "CertificateRole", "TimeEntry", "TimeKind"]
