"""People as coordinators see them: who is a member, what mentors show, the words of the field."""

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group

from profiles.admin import members, mentors, vocabularies  # noqa: F401  they register themselves

# Who may write an address here takes over its account; sessions are the members' own (P12).
admin.site.unregister((Group, EmailAddress, UserSession))
