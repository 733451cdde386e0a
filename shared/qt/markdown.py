"""Markdown as people write rules in it: each line stays a line; no raw HTML, no picture is ever loaded."""

import re

from PySide6.QtGui import QTextDocument

FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_LINE = re.compile(r"(?<=\S)[ \t]*\n(?=\S)")
_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


def plain(text: str) -> str:
    """The Markdown with a line break wherever its author made one, and pictures as their words."""
    return _LINE.sub("  \n", text.replace("![", "["))


def as_html(text: str) -> str:
    """The content of an HTML body, as Qt's text document writes it."""
    document = QTextDocument()
    document.setMarkdown(plain(text), FEATURES)
    found = _BODY.search(document.toHtml())
    return found[1] if found else ""
