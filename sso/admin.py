"""No sign-in on the staff site: providers are the operator's, and what opens an account is its member's."""

from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin

admin.site.unregister((SocialAccount, SocialApp, SocialToken))
