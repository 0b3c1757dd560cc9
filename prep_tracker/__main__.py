"""Run the command line with `python -m prep_tracker`."""

from __future__ import annotations

from prep_tracker.cli.main import main

if __name__ == "__main__":
    main()
