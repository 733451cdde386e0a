"""Escapes tooltips: Qt takes text with tags for markup, and would load a picture that a customer's words name."""


def plain(text: str) -> str:
    """The text for `setToolTip` or `ToolTipRole` that is shown as it is, whatever it holds."""
    if "<" not in text:  # Qt never takes it for markup
        return text
    from html import escape  # late: its table of all entities takes 0.3 MB, and few texts have a tag

    return f"<p>{escape(text)}</p>"
