"""`try_sso [PROVIDER]`: a link with which the operator tries a sign-in before members do."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.links import member_link
from sso import trying


class Command(BaseCommand):
    help = "Print a link that signs in once, shows what the provider sent, and keeps nothing. Good for 30 minutes."

    def add_arguments(self, parser):
        parser.add_argument("provider", nargs="?", help="the id of a provider; without one, all of them")

    def handle(self, *args, **options):
        wanted = options["provider"]
        providers = [one for one in settings.SSO_PROVIDERS if wanted in (None, one.id)]
        if not providers:
            ids = ", ".join(one.id for one in settings.SSO_PROVIDERS) or "none"
            raise CommandError(f"No such provider. SSO_PROVIDERS has: {ids}")
        for provider in providers:
            self.stdout.write(f"{provider.name}: {member_link('sso_try', trying.token(provider.id))}")
