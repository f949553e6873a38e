"""Reports on a delivery as three servers write them, made by hand after RFC 3464 and mails that came back."""

HEAD = """From: {sender}
To: {to}
Subject: {subject}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_report"

--=_report
Content-Type: text/plain; charset=utf-8

{words}

--=_report
Content-Type: message/delivery-status

"""
TAIL = """
--=_report
Content-Type: text/rfc822-headers

Subject: Somebody asks you
To: {address}

--=_report--
"""
POSTFIX = """Reporting-MTA: dns; mail.example.org
X-Postfix-Queue-ID: 4F2A81
Arrival-Date: Tue, 2 Mar 2027 09:00:00 +0000 (UTC)

Final-Recipient: rfc822; {address}
Original-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user here
"""
EXCHANGE = """Reporting-MTA: dns;AM0PR01.example.com
Received-From-MTA: dns;mail.example.org

Original-Recipient: rfc822;{address}
Final-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp;550 {status} RESOLVER.ADR.RecipNotFound
"""
GMAIL = """Reporting-MTA: dns; googlemail.com
X-Original-Message-ID: <1@mentoring.example>

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}
Remote-MTA: dns; gmail-smtp-in.example (192.0.2.1, the server.)
Last-Attempt-Date: Tue, 02 Mar 2027 01:00:00 -0800 (PST)
"""
SERVERS = {
    "postfix": ("MAILER-DAEMON@mail.example.org", "Undelivered Mail Returned to Sender", POSTFIX),
    "exchange": ("postmaster@example.com", "Undeliverable: Somebody asks you", EXCHANGE),
    "gmail": ("mailer-daemon@googlemail.com", "Delivery Status Notification (Failure)", GMAIL),
}


def report(to, *, server="postfix", address="amina@test.example", action="failed", status="5.1.1"):
    """A report (bytes) that is sent to `to`, about a mail to `address`."""
    sender, subject, block = SERVERS[server]
    facts = {
        "to": to,
        "address": address,
        "action": action,
        "status": status,
        "sender": sender,
        "subject": subject,
        "words": "I am sorry to have to inform you.",
    }
    return (HEAD + block + TAIL).format(**facts).replace("\n", "\r\n").encode()
