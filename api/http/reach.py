"""From where the server can be reached, and what that asks for: decided before anything listens.

On loopback a token made at start is enough. Whatever can be reached from other machines needs TLS, its own or that of a
proxy in front, and a token that the operator chose. Source: issue of the service, "Access".
Change this when there is another way to be reached.
"""

import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from api.http.settings import LOOPBACK_NAMES
from api.http.tokens import LEAST_TOKEN_CHARACTERS, new_token, weakness

TOKEN_VARIABLE = "RESTRUCTURE_TOKEN"  # noqa: S105 - the name of the variable, not what it holds
MAKE_ONE = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"


class ReachRefused(Exception):  # noqa: N818 - what the operator asked for, not a failure
    """The server is not to be reached like this; the words say what to do."""


@dataclass(frozen=True)
class TlsPair:
    """A certificate, with those between it and its authority, and its key; both in PEM."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Listening:
    """What the operator asked for: where to listen, with which certificate, behind which address of a proxy."""

    host: str
    tls: TlsPair | None
    behind_proxy: str | None
    token: str | None


@dataclass(frozen=True)
class Reach:
    """Who may ask and how. `address` is what people type, without a port of ours where a proxy or none is named."""

    token: str
    token_is_given: bool
    hosts: tuple[str, ...]
    scheme: str
    shown_host: str
    proxy_address: str | None

    def address(self, port: int) -> str:
        """Return the address under which people reach the server that listens on a port."""
        return self.proxy_address or f"{self.scheme}://{self.shown_host}:{port}"


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def reach_of(asked: Listening) -> Reach:
    """Return from where the server will be reached.

    Raises:
        ReachRefused: it could be reached from other machines without TLS or without a token of the operator's, the
            token is weak, or a file or an address is not what it should be.
    """
    elsewhere = asked.behind_proxy is not None or not is_loopback(asked.host)
    if elsewhere and asked.tls is None and asked.behind_proxy is None:
        raise ReachRefused(
            f"{asked.host} can be reached from other machines, and what is sent there could be read on the way. Give "
            "--tls-certificate and --tls-key; or say --behind-proxy https://NAME when a proxy with TLS stands in front "
            "and is the only one who reaches it; or leave --host away, for this machine alone"
        )
    if elsewhere and asked.token is None:
        raise ReachRefused(
            f"other machines will reach it: put a token of at least {LEAST_TOKEN_CHARACTERS} characters into the "
            f"environment variable {TOKEN_VARIABLE}. One comes from: {MAKE_ONE}"
        )
    weak = None if asked.token is None else weakness(asked.token)
    if weak is not None:
        raise ReachRefused(f"the token in {TOKEN_VARIABLE} is too weak: {weak}. One comes from: {MAKE_ONE}")
    names = () if asked.tls is None else names_in(asked.tls)
    proxy = None if asked.behind_proxy is None else _proxy_name(asked.behind_proxy)
    plain = next((name for name in names if not name.startswith("*.")), None)
    return Reach(
        token=asked.token or new_token(),
        token_is_given=asked.token is not None,
        hosts=tuple(sorted({*LOOPBACK_NAMES, *names, *(() if proxy is None else (proxy,))})),
        scheme="http" if asked.tls is None and proxy is None else "https",
        shown_host=_bracketed(asked.host) if plain is None or is_loopback(asked.host) else plain,
        proxy_address=None if asked.behind_proxy is None else asked.behind_proxy.rstrip("/"),
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _proxy_name(address: str) -> str:
    """Return the host in the address of a proxy, as a header Host has it."""
    refused = ReachRefused(
        f"--behind-proxy {address} is not an address that people would type, such as https://plan.council.example: "
        "https, a name, a port if need be, and no path"
    )
    try:
        parts = urlsplit(address)
        named = parts.scheme == "https" and parts.hostname and parts.path in {"", "/"} and parts.port != 0
    except ValueError as odd:
        raise refused from odd
    if not named or parts.query or parts.fragment or parts.username is not None:
        raise refused
    return _bracketed(parts.hostname or "")


def names_in(tls: TlsPair) -> tuple[str, ...]:
    """Return the names a certificate is for, as a header Host has them (RFC 9525: subjectAltName alone counts).

    Raises:
        ReachRefused: a file cannot be read, is no certificate or key, they do not belong together, or it has no name.
    """
    files = f"{tls.certificate} and {tls.key}"
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls.certificate, tls.key, password=_no_password)
        certificate = x509.load_pem_x509_certificate(tls.certificate.read_bytes())
        named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound as nameless:
        raise ReachRefused(
            f"{tls.certificate} names no host in its subjectAltName, so no browser takes it"
        ) from nameless
    except (OSError, ValueError) as odd:
        raise ReachRefused(
            f"{files} cannot be used: they must be a certificate and its key in PEM, without a password, and readable"
        ) from odd
    hosts = [str(name).lower() for name in named.get_values_for_type(x509.DNSName)]
    addresses = [_bracketed(str(each)) for each in named.get_values_for_type(x509.IPAddress)]
    return tuple(dict.fromkeys([*hosts, *addresses]))


def _no_password() -> str:
    """Answer for a key that asks for a password: asking a terminal would leave the server hanging."""
    raise ValueError("the key has a password")
