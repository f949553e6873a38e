"""A university's SAML answer by pysaml2: reads one JSON object, prints the answer in base64.

Runs in the environment of the independent providers (`independent_provider.py`) and imports nothing of the project.
pysaml2 signs by the program xmlsec1.
"""

import base64
import json
import shutil
import sys
import tempfile
from pathlib import Path

from saml2 import BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.saml import NAMEID_FORMAT_PERSISTENT, NameID
from saml2.server import Server
from saml2.xmldsig import DIGEST_SHA256, SIG_RSA_SHA256


def provider(asked, folder):
    """An identity provider that knows us by the metadata we publish."""
    files = {name: folder / f"{name}.pem" for name in ("key", "certificate", "metadata")}
    for name, path in files.items():
        path.write_text(asked[name])
    sign_on = [(asked["entity"], BINDING_HTTP_REDIRECT)]
    given = {
        "entityid": asked["entity"],
        "key_file": str(files["key"]),
        "cert_file": str(files["certificate"]),
        "xmlsec_binary": shutil.which("xmlsec1"),
        "metadata": {"local": [str(files["metadata"])]},
        "service": {"idp": {"endpoints": {"single_sign_on_service": sign_on}}},
    }
    return Server(config=IdPConfig().load(given))


def answer(asked, folder):
    """The response, its assertion signed."""
    return provider(asked, folder).create_authn_response(
        asked["attributes"],
        in_response_to=asked["request"],
        destination=asked["acs"],
        sp_entity_id=asked["site"],
        name_id=NameID(format=NAMEID_FORMAT_PERSISTENT, text=asked["subject"]),
        sign_assertion=True,
        sign_response=False,
        sign_alg=SIG_RSA_SHA256,
        digest_alg=DIGEST_SHA256,
        authn={"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"},
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        xml = str(answer(json.load(sys.stdin), Path(made)))
    print(base64.b64encode(xml.encode()).decode())
