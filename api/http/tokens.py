"""The token of single-user mode, what is too weak for one, and what the cookie holds in its stead.

The cookie holds a value worked out from the token and never the token: what a browser keeps does not open the door for
a script, and comes out the same after a restart with the same token. Source: RFC 2104 (HMAC).
Change this when people sign in by name.
"""

import hmac
import secrets
from hashlib import sha256

TOKEN_BYTES = 32
LEAST_TOKEN_CHARACTERS = 24
LEAST_DISTINCT_CHARACTERS = 10
PLACEHOLDERS = ("changeme", "change-me", "secret", "password", "token", "default", "example", "placeholder")


def new_token() -> str:
    """Return a random token that can stand in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def weakness(token: str) -> str | None:
    """Return in words why a token given by the operator is too weak to be shown to other machines, or None."""
    if len(token) < LEAST_TOKEN_CHARACTERS:
        return f"it has {len(token)} characters, and at least {LEAST_TOKEN_CHARACTERS} are needed"
    if any(word in token.lower() for word in PLACEHOLDERS):
        return "it looks like a placeholder"
    if len(set(token)) < LEAST_DISTINCT_CHARACTERS:
        return "it repeats few characters"
    return None


def cookie_value(token: str) -> str:
    """Return what the cookie holds for a token."""
    return hmac.new(token.encode(), b"restructure cookie 1", sha256).hexdigest()


def same(shown: str, kept: str) -> bool:
    """Compare two secrets in a time that does not tell how much of the shown one is right."""
    return hmac.compare_digest(shown.encode(errors="surrogatepass"), kept.encode())
