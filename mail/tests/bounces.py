"""An address that bounces."""

import smtplib

from profiles.notifications import AccountRestored

ADDRESS = "amina@test.example"


def restored(to, **more):
    context = {"member": to, "link": "https://m.example/"}
    return AccountRestored.post(to=to, context=context, occasion="once", **more)


def refuse(server, code, said=b"5.1.1 who?"):
    server.plan.append(smtplib.SMTPRecipientsRefused({ADDRESS: (code, said)}))
