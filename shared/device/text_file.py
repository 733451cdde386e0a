"""The text of a file as Chinese Windows writes it: UTF-8, GB18030 (GBK), or UTF-16 as Excel's "Unicode text"."""

import codecs

_MARK = "\ufeff"
_END = "\x1a\x00\r\n"  # Ctrl-Z: the end of a text under DOS; some programs still write it, with a line end


def decoded(content: bytes, charset: str = "") -> str:
    """The text, without byte order marks (also two of them) and end marks. Raises `UnicodeDecodeError` for no text.

    `charset` is what its sender calls it, tried first; a name that Python does not know counts as none.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _plain(content.decode("utf-16"))
    if content.startswith(codecs.BOM_UTF8):  # before GB18030, which decodes almost anything
        return _plain(content.decode("utf-8"))
    for name in (charset, "utf-8"):
        try:
            return _plain(content.decode(name or "utf-8"))
        except (UnicodeDecodeError, LookupError):
            continue
    return _plain(content.decode("gb18030"))


def _plain(text: str) -> str:
    return text.lstrip(_MARK).rstrip(_END)
