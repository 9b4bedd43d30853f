"""Records to a page that people read, search and correct."""

from pipeline.review.page import MARK, page, write_page

__all__ = ["MARK", "page", "write_page"]
