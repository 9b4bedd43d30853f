"""The id of a document: what was read, whatever it was called."""

import hashlib


def document_id(data: bytes) -> str:
    """`sha256:` and the digest of the bytes as received, unpacked."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
