"""The search index: made at build time, read by the page and by `prep-tracker search`.

The format and the ranking are written down in `site_src/explanation/search.md`;
`web/src/search/` reads the same files and gives the same order.
"""

from __future__ import annotations

from prep_tracker.site.search.document import Facets, SearchDocument
from prep_tracker.site.search.documents import catalog_documents
from prep_tracker.site.search.pages import page_documents
from prep_tracker.site.search.shards import render_index, stage_search

__all__ = ["Facets", "SearchDocument", "catalog_documents", "page_documents", "render_index", "stage_search"]
