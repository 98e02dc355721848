"""Certificates for tests: signed by themselves, for the names a test asks for.

Change this when a test needs a certificate of another kind.
"""

import datetime as dt
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from api.http.reach import TlsPair

BEGIN = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
END = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


def pair_for(folder: Path, *names: str, password: bytes | None = None) -> TlsPair:
    """Write a certificate for names and addresses, and its key, into a folder; for no name at all without any."""
    key = ec.generate_private_key(ec.SECP256R1())
    named: list[x509.GeneralName] = []
    for name in names:
        try:
            named.append(x509.IPAddress(ipaddress.ip_address(name)))
        except ValueError:
            named.append(x509.DNSName(name))
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "restructure test")])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(END)
    )
    if named:
        made = made.add_extension(x509.SubjectAlternativeName(named), critical=False)
    certificate = made.sign(key, hashes.SHA256())
    hidden = serialization.NoEncryption() if password is None else serialization.BestAvailableEncryption(password)
    pair = TlsPair(folder / "server.crt", folder / "server.key")
    pair.certificate.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    pair.key.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden))
    return pair
