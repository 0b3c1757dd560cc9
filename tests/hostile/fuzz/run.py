"""Fuzz one target for a while: `python -m tests.hostile.fuzz.run reader|renderer|importer|templates [SECONDS]`.

Reader and renderer go by coverage with atheris (`pip install atheris`), importer and templates by Hypothesis.
What breaks a promise is printed; put it into `kept/`, where the suite runs it for good.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

SECONDS = 600


def run_by_coverage(name: str, seconds: int) -> None:
    """Fuzz with atheris, beginning from the payloads, bombs and sound files."""
    import atheris

    with atheris.instrument_imports(include=["prep_tracker"]):
        from tests.hostile.fuzz import targets
    from tests.hostile.fuzz.strategies import SEEDS

    def one(data: bytes) -> None:
        if name == "reader":
            targets.read(data)
        else:
            targets.render(data.decode("utf-8", "replace"))

    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, seed in enumerate(SEEDS):
        (corpus / str(number)).write_bytes(seed if name == "reader" else seed[1:])
    arguments = [sys.argv[0], f"-max_total_time={seconds}", "-max_len=8000", "-timeout=60", "-rss_limit_mb=1500", str(corpus)]  # fmt: skip
    atheris.Setup(arguments, one)
    atheris.Fuzz()


def run_by_shape(name: str, seconds: int) -> None:
    """Fuzz with Hypothesis until the time is over."""
    from tests.hostile.fuzz import targets
    from tests.hostile.fuzz.strategies import FILES, TEMPLATES

    house = settings(
        max_examples=2_000,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )

    @house
    @given(file=FILES)
    def importer(file: tuple[bytes, str]) -> None:
        targets.bring_in(*file)

    @house
    @given(template=TEMPLATES)
    def templates(template: str) -> None:
        targets.fill(template)

    target: Any = {"importer": importer, "templates": templates}[name]
    end = time.monotonic() + seconds
    rounds = 0
    while time.monotonic() < end:
        target()
        rounds += 1
    print(f"{name}: {rounds} rounds of 2,000 without a fault")


if __name__ == "__main__":
    chosen = sys.argv[1]
    limit = int(sys.argv[2]) if sys.argv[2:] else SECONDS
    (run_by_coverage if chosen in {"reader", "renderer"} else run_by_shape)(chosen, limit)
