"""A record sealed with a key that only its draft gives, so that it tells nothing once the draft is gone.

The key is a digest of the draft (and of the rules); it stands nowhere. The name of the file is a digest of the
key, the keystream another one. What this does not hide: how long a record is and when it was used last; and who
has the draft, or can guess it to the last character, can find out that it was checked and read the record.
A record that was not sealed with the key, or was changed since, is none.
"""

from __future__ import annotations

from hashlib import blake2b, shake_256
from hmac import compare_digest

MARK = 16
"""Bytes of the mark that a sealed text begins with."""


def name(key: bytes) -> str:
    """Return the name under which the record of `key` is kept."""
    return blake2b(key=key, person=b"docklint name", digest_size=16).hexdigest()


def seal(text: bytes, key: bytes) -> bytes:
    """Make a text unreadable without the key."""
    mark = _mark(text, key)
    return mark + _mixed(text, mark, key)


def unseal(sealed: bytes, key: bytes) -> bytes | None:
    """Return the text back; None if this is not what was sealed with the key."""
    mark = sealed[:MARK]
    text = _mixed(sealed[MARK:], mark, key)
    return text if compare_digest(mark, _mark(text, key)) else None


def _mark(text: bytes, key: bytes) -> bytes:
    return blake2b(text, key=key, person=b"docklint mark", digest_size=MARK).digest()


def _mixed(text: bytes, mark: bytes, key: bytes) -> bytes:
    """Exclusive-or with a keystream that is another one for every text."""
    stream = shake_256(b"docklint seal" + mark + key).digest(len(text))
    return (int.from_bytes(text) ^ int.from_bytes(stream)).to_bytes(len(text))
