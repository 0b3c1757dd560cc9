"""`python -m bench [site|search …]`: every bench, or those named, one after the other."""

from __future__ import annotations

import sys
from importlib import import_module

BENCHES = ("site", "search", "journal", "planning.scaling")


def main() -> None:
    """Run the benches."""
    for name in sys.argv[1:] or BENCHES:
        print(f"== {name}", flush=True)
        sys.argv = [f"bench.{name}"]
        import_module(f"bench.{name}").main()


main()
