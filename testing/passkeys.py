"""A passkey made of nothing but software: answers to the site as a browser would send them."""

import json
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

USED, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Passkey:
    """One key for one domain. `verified` is whether the device has asked who holds it."""

    def __init__(self, *, domain, origin, verified=True, number=b"k" * 16):
        self.domain, self.origin, self.number = domain, origin, number
        self.flags = USED | (VERIFIED if verified else 0)
        self.key = ec.generate_private_key(ec.SECP256R1())

    def create(self, options):
        """The answer to the options of a page that adds a passkey."""
        public = options["publicKey"]
        self.handle = public["user"]["id"]
        attested = AttestedCredentialData.create(
            Aaguid(b"\0" * 16), self.number, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(self._domain(), self.flags | ATTESTED, 0, attested)
        return self._answer(
            clientDataJSON=self._client_data("webauthn.create", public["challenge"]),
            attestationObject=websafe_encode(AttestationObject.create("none", data, {})),
        ) | {"clientExtensionResults": {"credProps": {"rk": True}}}

    def get(self, options):
        """The answer to the options of a page that asks for one."""
        client_data = self._client_data("webauthn.get", options["publicKey"]["challenge"])
        data = AuthenticatorData.create(self._domain(), self.flags, 0)
        signed = bytes(data) + sha256(websafe_decode(client_data)).digest()
        return self._answer(
            clientDataJSON=client_data,
            authenticatorData=websafe_encode(data),
            signature=websafe_encode(self.key.sign(signed, ec.ECDSA(SHA256()))),
            userHandle=self.handle,
        ) | {"clientExtensionResults": {}}

    def _answer(self, **response):
        number = websafe_encode(self.number)
        return {"type": "public-key", "id": number, "rawId": number, "response": response}

    def _domain(self):
        return sha256(self.domain.encode()).digest()

    def _client_data(self, kind, challenge):
        facts = {"type": kind, "challenge": challenge, "origin": self.origin}
        return websafe_encode(json.dumps(facts).encode())
