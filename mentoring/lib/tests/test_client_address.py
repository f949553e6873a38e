"""Fault F2: tries are counted by the browser's address, not by the proxy's."""

import pytest

from mentoring.lib.client_address import client_address

PROXY = "127.0.0.1"


@pytest.fixture
def address(rf, settings):
    """The address that is read with so many proxies, from what they and others have written."""

    def read(proxies, forwarded=None, remote=PROXY):
        settings.TRUSTED_PROXIES = proxies
        headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
        return client_address(rf.get("/", headers=headers, REMOTE_ADDR=remote))

    return read


@pytest.mark.parametrize(
    ("proxies", "forwarded", "read"),
    [
        (0, "203.0.113.7", PROXY),  # anybody can write the header
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # the first was written by the browser
        (2, "198.51.100.1, 203.0.113.7, 192.0.2.1", "203.0.113.7"),
        (2, "203.0.113.7", "203.0.113.7"),  # fewer than expected: still an address
        (1, None, PROXY),  # the operator's own check, past the proxy
        (1, "", PROXY),
        (1, "unknown", PROXY),
        (1, "203.0.113.7:5544", "203.0.113.7"),
        (1, "[2001:db8:1:2:3::4]:5544", "2001:db8:1:2::"),
        (1, "2001:db8:1:2:ffff::9", "2001:db8:1:2::"),  # one household, one address
        (1, "::ffff:203.0.113.7", "203.0.113.7"),
        (1, "fe80::1%eth0", "fe80::"),
    ],
)
def test_the_address_is_the_browsers(proxies, forwarded, read, address):
    assert address(proxies, forwarded) == read


def test_over_a_socket_of_the_machine_there_is_none(address):
    assert address(0, remote="") == ""
