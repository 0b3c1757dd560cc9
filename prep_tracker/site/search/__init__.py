"""The search index: made at build time, read by the page and by `prep-tracker search`.

- `documents.catalog_documents`, `pages.page_documents`: what can be found, as `document.SearchDocument`.
- `shards.stage_search`: write the index; `shards.render_index` gives its files as texts.
- `reader.Reader`, `query.search`: read it and ask it; `web/src/search/` does the same in the page.

Nothing is imported here, so that asking costs no more than it needs.
The format and the ranking are described in `site_src/explanation/search.md`.
"""
