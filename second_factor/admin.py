"""No authenticator on the staff site: what opens an account is its member's."""

from allauth.mfa.models import Authenticator
from django.contrib import admin

admin.site.unregister(Authenticator)
