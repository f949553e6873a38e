"""The address that a request comes from, behind as many proxies as the operator says."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings

HOME_NETWORK = 64  # bits: what one customer of an IPv6 provider has for themselves


def client_address(request):
    """The address of the browser as text, "" if nobody can say; of IPv6 the network of one household.

    Each proxy of ours adds the address it was asked from to the end of X-Forwarded-For: with TRUSTED_PROXIES of
    them the browser's is that many steps from the end. What stands before it, anybody may have written.
    """
    count = settings.TRUSTED_PROXIES
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-count:] if count else []
    for given in (*forwarded[:1], request.META.get("REMOTE_ADDR", "")):
        address = _parsed(given.strip())
        if address:
            return address
    return ""


def _parsed(given):
    """An address with or without a port, as text; None for anything else."""
    bare = given[1:].partition("]")[0] if given.startswith("[") else given
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, HOME_NETWORK), strict=False).network_address)
    return str(address)
