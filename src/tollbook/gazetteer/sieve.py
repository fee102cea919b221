"""Most words are no place: a sieve of bits that says so without asking the database.

A Bloom filter. It may let a word through that is no name, and never holds one back.
"""

from collections.abc import Iterable
from hashlib import blake2b

_HASHES = 3


def _positions(folded: str, mask: int) -> tuple[int, int, int]:
    digest = int.from_bytes(blake2b(folded.encode(), digest_size=12).digest(), "little")
    return digest & mask, (digest >> 32) & mask, (digest >> 64) & mask


def make_sieve(names: Iterable[str], size: int) -> bytes:
    """Make a sieve that lets these names through; `size` is in bits, a power of two."""
    bits = bytearray(size // 8)
    for name in names:
        for position in _positions(name, size - 1):
            bits[position >> 3] |= 1 << (position & 7)
    return bytes(bits)


def fitting_size(names: int) -> int:
    """Give a size in bits for so many names: one in forty strangers is let through."""
    return 1 << max(10, (8 * names - 1).bit_length() - (1 if names > 1 << 10 else 0))


def lets_through(bits: bytes, folded: str) -> bool:
    """Tell whether a name may be there."""
    one, two, three = _positions(folded, len(bits) * 8 - 1)
    return bool(
        bits[one >> 3] >> (one & 7) & 1
        and bits[two >> 3] >> (two & 7) & 1
        and bits[three >> 3] >> (three & 7) & 1
    )
