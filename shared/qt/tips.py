"""Escapes tooltips: Qt takes text with tags for markup, and would load a picture that a customer's words name."""

from html import escape


def plain(text: str) -> str:
    """The text for `setToolTip` or `ToolTipRole` that is shown as it is, whatever it holds."""
    return f"<p>{escape(text)}</p>" if "<" in text else text  # without a tag Qt never takes it for markup
