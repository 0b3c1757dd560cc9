"""Run the proof in `proof.py` of the current folder: the cold way, started by path."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main() -> None:
    """Read the request and the proof, run it, say how it ended."""
    sys.path.insert(0, str(Path(__file__).parent))
    import child  # type: ignore[import-not-found]

    sys.path.pop(0)
    request = json.loads(sys.argv[1])
    result = int(os.environ.get("PREP_TRACKER_RESULT_FD", "2"))
    code = Path("proof.py").read_text(encoding="utf-8")
    child.run_proof(code, request["path"], request["line"], result)


if __name__ == "__main__":
    main()
