"""Projection of the tickets: one row for each as it stands now, and who set what of it last."""

from shared.practice.inquiries.tables import folding
from shared.practice.inquiries.tables.rows import AspectRow, InquiryRow, projection

__all__ = ["AspectRow", "InquiryRow", "folding", "projection"]
