"""From where the server may be reached: loopback by itself, elsewhere only with TLS and a token worth the name."""

from pathlib import Path

import pytest

from api.http.reach import Listening, ReachRefused, TlsPair, is_loopback, names_in, reach_of
from api.http.settings import LOOPBACK_NAMES
from tests.api.http.certificates import pair_for

STRONG = "q8Zx-41mPz_Lw07RtYe5uK2h"


def _asked(
    host: str = "127.0.0.1", *, tls: TlsPair | None = None, proxy: str | None = None, token: str | None = None
) -> Listening:
    return Listening(host, tls, proxy, token)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *(("127.0.0.1", True), ("127.1.2.3", True), ("::1", True), ("localhost", True)),
        *(("0.0.0.0", False), ("::", False), ("10.0.0.7", False), ("plan.invalid", False), ("", False)),  # noqa: S104
    ],
)
def test_what_only_this_machine_reaches(host: str, loopback: bool) -> None:  # noqa: FBT001 - a case of the table
    """Loopback is what the address says, never what a name may lead to."""
    assert is_loopback(host) is loopback


def test_on_loopback_a_token_is_made(tmp_path: Path) -> None:
    """Without anything else a random token is made, another one at each start, and only loopback names are ours."""
    first, second = reach_of(_asked()), reach_of(_asked())
    assert len(first.token) >= 40
    assert first.token != second.token
    assert not first.token_is_given
    assert set(first.hosts) == set(LOOPBACK_NAMES)
    assert (first.scheme, first.address(8765)) == ("http", "http://127.0.0.1:8765")
    assert reach_of(_asked("::1")).address(1) == "http://[::1]:1"
    over_tls = reach_of(_asked(tls=pair_for(tmp_path, "plan.invalid")))
    assert over_tls.address(1) == "https://127.0.0.1:1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.7", "plan.invalid"])  # noqa: S104 - it is refused
def test_elsewhere_needs_tls_or_a_proxy(host: str) -> None:
    """Without TLS and without a stated proxy nothing but loopback is listened on; the words name both ways."""
    with pytest.raises(ReachRefused, match=r"--tls-certificate.*--behind-proxy"):
        reach_of(_asked(host, token=STRONG))


def test_elsewhere_needs_a_token_of_the_operator(tmp_path: Path) -> None:
    """With TLS, or behind a proxy though on loopback, a token has to be given; the words tell how to make one."""
    pair = pair_for(tmp_path, "plan.invalid")
    for asked in (_asked("0.0.0.0", tls=pair), _asked(proxy="https://plan.invalid")):  # noqa: S104
        with pytest.raises(ReachRefused, match=r"RESTRUCTURE_TOKEN.*python3 -c"):
            reach_of(asked)


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("", "0 characters"),
        ("q8Zx-41mPz_Lw07RtYe5uK2", "23 characters"),
        ("a" * 40, "repeats few"),
        ("changeme-q8Zx-41mPz_Lw07RtYe5uK2h", "placeholder"),
        ("my-Password-q8Zx-41mPz_Lw07R", "placeholder"),
    ],
)
@pytest.mark.parametrize("proxy", [None, "https://plan.invalid"])
def test_a_weak_token_is_refused_everywhere(token: str, words: str, proxy: str | None) -> None:
    """Too short, repeated or a placeholder: refused on loopback as well, and the token is not told back."""
    with pytest.raises(ReachRefused, match=words) as refused:
        reach_of(_asked(proxy=proxy, token=token))
    assert not token or token not in str(refused.value)


def test_with_tls_it_goes_by_the_names_of_its_certificate(tmp_path: Path) -> None:
    """Names and addresses of the certificate and loopback's are ours; the link shows a name and no pattern."""
    pair = pair_for(tmp_path, "*.town.invalid", "Plan.Council.invalid", "10.0.0.7", "fd00::1")
    reach = reach_of(_asked("0.0.0.0", tls=pair, token=STRONG))  # noqa: S104
    assert set(reach.hosts) == {
        *LOOPBACK_NAMES,
        "*.town.invalid",
        "plan.council.invalid",
        "10.0.0.7",
        "[fd00::1]",
    }
    assert (reach.scheme, reach.token, reach.token_is_given) == ("https", STRONG, True)
    assert reach.address(443) == "https://plan.council.invalid:443"


def test_behind_a_proxy_it_goes_by_the_name_of_the_proxy() -> None:
    """The address people type is the proxy's, over TLS whatever we speak behind it."""
    reach = reach_of(_asked(proxy="https://Plan.invalid:8443/", token=STRONG))
    assert set(reach.hosts) == {*LOOPBACK_NAMES, "plan.invalid"}
    assert (reach.scheme, reach.address(8765)) == ("https", "https://Plan.invalid:8443")


@pytest.mark.parametrize(
    "address",
    [
        *("http://plan.invalid", "plan.invalid", "https://", "https://plan.invalid/path", "https://plan.invalid?q=1"),
        *("https://a:b@plan.invalid", "https://plan.invalid:x", "https://[::1", "https://plan.invalid#top"),
    ],
)
def test_an_address_of_a_proxy_that_is_none(address: str) -> None:
    """Anything but https, a name and a port is refused with an example."""
    with pytest.raises(ReachRefused, match=r"such as https://"):
        reach_of(_asked(proxy=address, token=STRONG))


def test_certificates_that_cannot_be_used(tmp_path: Path) -> None:
    """A missing file, a text that is none, another's key, a key with a password and a nameless one are told."""
    good = pair_for(tmp_path, "plan.invalid")
    (tmp_path / "other").mkdir()
    other = pair_for(tmp_path / "other", "plan.invalid")
    (tmp_path / "text").write_text("no certificate")
    with pytest.raises(ReachRefused, match="cannot be used"):
        names_in(TlsPair(tmp_path / "missing", good.key))
    with pytest.raises(ReachRefused, match="cannot be used"):
        names_in(TlsPair(tmp_path / "text", good.key))
    with pytest.raises(ReachRefused, match="cannot be used"):
        names_in(TlsPair(good.certificate, other.key))
    with pytest.raises(ReachRefused, match="without a password"):
        names_in(pair_for(tmp_path / "other", "plan.invalid", password=b"hidden"))
    with pytest.raises(ReachRefused, match="subjectAltName"):
        names_in(pair_for(tmp_path / "other"))
