"""Records to a page that people read, search and correct."""

from pipeline.review.page import page, write_page

__all__ = ["page", "write_page"]
