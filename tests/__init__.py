"""Tests, mirrors of the product's folders; and what shows it: tour, shots, bench."""
