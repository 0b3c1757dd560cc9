"""One module a kind of page: models in, a tree of blocks out."""
