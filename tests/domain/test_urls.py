"""Whatever a library says about an address, its password is not in it; faults are found before anybody connects."""

import pytest

from shared.cli import hub_url
from shared.domain.urls import without_secret


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://u:s3cret@h/d", 'password authentication failed: "postgresql://u:s3cret@h/d"'),
        ("postgresql://u:s3@cret@h/d", 'could not translate host name "cret@h"'),
        ("postgresql://u:s3/cret@h/d", 'invalid integer value "s3" for connection option "port"'),
        ("http://u:s3cret@h/d", 'missing "=" after "http://u:s3cret@h/d" in connection info string'),
        ("host=h password=s3cret", "bad option in host=h password=s3cret"),
        ("host=h password='s3 cret'", "bad option in password='s3 cret'"),
    ],
)
def test_a_secret_is_never_said(url: str, said: str) -> None:
    shown = without_secret(said, url)
    assert "s3" not in shown
    assert "cret" not in shown


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://u:p@h:5432/d", ""),
        ("postgres://u@h/d", ""),
        ("postgresql:///d?host=/var/run", ""),
        ("postgresql://u:p%40x@[::1]:5432/d", ""),
        ("host=h dbname=d", ""),
        ("mysql://u:p@h/d", "url_scheme"),
        ("h:5432/d", "url_scheme"),
        ("", "url_scheme"),
        ("postgresql://u:p@ss@h/d", "url_password"),
        ("postgresql://u:p/ss@h/d", "url_password"),
        ("postgresql://u:p@h:abc/d", "url_port"),
        ("postgresql://u:p@h:99999/d", "url_port"),
        ("postgresql://u:p@:5432/d", "url_host"),
        ("postgresql://u:p@h", "url_database"),
        ("postgresql://u:p@[::1/d", "url_host"),
    ],
)
def test_invalid_urls_are_refused_with_a_reason(url: str, code: str) -> None:
    assert hub_url.fault(url) == code
