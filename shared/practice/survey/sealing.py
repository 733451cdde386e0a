"""Additively homomorphic encryption: many can add to a sum that only the holder of the key can read (Paillier 1999).

The product of two encrypted numbers is the encrypted sum of both, and each encryption is random: without the key
nothing is learnt from a number, nor from how it changed. Counters of 16 bits are packed into one number. Encrypted
numbers are passed on in hexadecimal.
"""

import secrets
from collections.abc import Iterable, Sequence
from math import gcd

import msgspec

BITS = 2048
"""The length of a key, as NIST SP 800-57 asks of factoring (112 bits of security)."""
_COUNTER_BITS = 16
_ROUNDS = 40  # of the Miller-Rabin test: it errs with a probability below 4 ** -40
_SMALL_PRIMES = tuple(n for n in range(3, 1000, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2)))


class PrivateKey(msgspec.Struct, frozen=True):
    """The two primes; `public` is their product, in hexadecimal."""

    p: int
    q: int

    @property
    def public(self) -> str:
        return f"{self.p * self.q:x}"


def new_key(bits: int = BITS) -> PrivateKey:
    """A key of so many bits; takes a second or two."""
    while True:
        p, q = _prime(bits // 2), _prime(bits // 2)
        if p != q and gcd(p * q, (p - 1) * (q - 1)) == 1:
            return PrivateKey(p, q)


def encrypt(counters: Sequence[int], public: str) -> str:
    """Counters, each under 2 ** 16, encrypted under a public key; a tenth of a second with a key of 2048 bits."""
    n = int(public, 16)
    plain = sum(value << (_COUNTER_BITS * place) for place, value in enumerate(counters))
    return f"{(1 + plain * n) * pow(_coprime(n), n, n * n) % (n * n):x}"


def add(sums: Iterable[str], public: str) -> str:
    """The encrypted sum of encrypted sums."""
    n = int(public, 16)
    product = 1
    for each in sums:
        product = product * int(each, 16) % (n * n)
    return f"{product:x}"


def decrypt(total: str, key: PrivateKey, counters: int) -> tuple[int, ...]:
    """So many counters of an encrypted sum. Raises `ValueError` for a number that is no sum of so many counters."""
    n, order = key.p * key.q, (key.p - 1) * (key.q - 1)
    encrypted = int(total, 16)
    if gcd(encrypted, n) != 1:
        raise ValueError("no encrypted number")
    plain = (pow(encrypted, order, n * n) - 1) // n * pow(order, -1, n) % n
    if plain >> (_COUNTER_BITS * counters):
        raise ValueError("more counters than expected")
    return tuple(plain >> (_COUNTER_BITS * place) & (1 << _COUNTER_BITS) - 1 for place in range(counters))


def _coprime(n: int) -> int:
    while gcd(found := secrets.randbelow(n - 2) + 2, n) != 1:
        pass
    return found


def _prime(bits: int) -> int:
    """A random prime whose two highest bits are set, so that the product of two has the full length."""
    while True:
        found = secrets.randbits(bits) | 3 << (bits - 2) | 1
        if all(found % small for small in _SMALL_PRIMES) and _is_prime(found):
            return found


def _is_prime(n: int) -> bool:
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_passes(n, odd, twos, secrets.randbelow(n - 3) + 2) for _ in range(_ROUNDS))


def _passes(n: int, odd: int, twos: int, base: int) -> bool:
    power = pow(base, odd, n)
    return power == 1 or any(pow(power, 1 << step, n) == n - 1 for step in range(twos))
