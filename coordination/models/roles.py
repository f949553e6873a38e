"""How a role is given: one coordinator proposes it, another one confirms it, the worker gives it.

Each of the three is another process with another login, so that none of them lets anybody into the staff site
by itself.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.roles import Role

PERSON = {"to": settings.AUTH_USER_MODEL, "on_delete": models.PROTECT, "related_name": "+"}


class RoleProposal(models.Model):
    """A role for a member, until it is given (`applied_at`) or withdrawn, refused or out of date (`closed_at`)."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.ForeignKey(**PERSON)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    proposed_by = models.ForeignKey(**PERSON)
    proposed_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "role"],
                condition=Q(closed_at=None, applied_at=None),
                name="role_proposed_once",
            ),
            models.CheckConstraint(condition=~Q(member=F("proposed_by")), name="role_not_for_oneself"),
        ]

    def __str__(self):
        return f"Proposal {self.pk}"


class RoleConfirmation(models.Model):
    """That a second coordinator agreed, on the members' site."""

    proposal = models.OneToOneField(
        RoleProposal, models.CASCADE, primary_key=True, related_name="confirmation"
    )
    by = models.ForeignKey(**PERSON)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"Confirmation {self.pk}"


class RoleChange(models.Model):
    """The history: a member got a role, or has it no longer. Rows are added, never edited.

    `by` and `second` are the coordinators who did it; both are empty where the operator did, by the command, or
    where the member closed their account.
    """

    member = models.ForeignKey(**PERSON, verbose_name=_("member"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    given = models.BooleanField(_("given"))
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(**PERSON, null=True, verbose_name=_("by"))
    second = models.ForeignKey(**PERSON, null=True, verbose_name=_("confirmed by"))

    class Meta:
        verbose_name = _("change of a role")
        verbose_name_plural = _("who may do what")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return gettext("Change %(number)s") % {"number": self.pk}
