"""What signing in with the association's account keeps: who it is there, and nothing of what came."""

from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import DELETED, declare, export_part

UNUSED = "none: never a row. Providers stand in the operator's file, and no token is kept"
declare(SocialAccount, owners=("user",), export="association-sign-in", leaving=DELETED, worker="SD")
declare(SocialApp, export=UNUSED, leaving="none", member="")
# Deleting an account at the provider asks for its tokens, of which there are none.
declare(
    SocialToken,
    owners=("account__user",),
    export=UNUSED,
    leaving="none: never a row",
    member="SD",
    worker="SD",
)


@export_part("association-sign-in", _("Your association’s sign-in"), order=35)
def sign_ins_of(member):
    for account in SocialAccount.objects.filter(user=member):
        yield {
            "provider": account.provider,
            "known_there_as": account.uid,
            "since": plain(account.date_joined),
            "last_used": plain(account.last_login),
        }
