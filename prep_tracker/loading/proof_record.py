"""The record of proofs: written by `packs prove`, shown by the site at each answer."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from prep_tracker.model.proof_run import ProofRun
from prep_tracker.model.question import Proof

FORMAT = 1
MAX_RECORD_BYTES = 20 * 1024 * 1024
_DIGEST = re.compile(r"[0-9a-f]{32}")


def digest_proof(proof: Proof) -> str:
    """What names a proof's code: the same code, the same digest."""
    return blake2b(proof.code.encode(), digest_size=16).hexdigest()


def read_record(*paths: Path) -> dict[str, ProofRun]:
    """Passed runs by digest, from every record that can be read; the latest wins.

    Args:
        paths: Records, e.g. the one that came with the packs and the one of this machine.
    """
    runs: dict[str, ProofRun] = {}
    for path in paths:
        for run in _read_runs(path):
            known = runs.get(run.digest)
            if known is None or known.when <= run.when:
                runs[run.digest] = run
    return runs


def _read_runs(path: Path) -> Iterable[ProofRun]:
    try:
        if path.stat().st_size > MAX_RECORD_BYTES:
            return
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            return
        groups = {
            name: tuple(sorted(versions.items())) for name, versions in data["versions"].items()
        }
        for item in data["proofs"]:
            if _DIGEST.fullmatch(item["digest"]):
                yield ProofRun(
                    question=str(item["question"]),
                    digest=item["digest"],
                    status="passed",
                    seconds=float(item["seconds"]),
                    when=str(item["when"]),
                    versions=groups[item["versions"]],
                )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


def write_record(path: Path, runs: Iterable[ProofRun]) -> bool:
    """Write the passed runs, whole or not at all; False when the place cannot be written."""
    groups: dict[tuple[tuple[str, str], ...], str] = {}
    proofs = []
    for run in sorted(
        (run for run in runs if run.status == "passed"), key=lambda run: run.question
    ):
        group = groups.setdefault(run.versions, f"v{len(groups) + 1}")
        proofs.append(
            {
                "question": run.question,
                "digest": run.digest,
                "seconds": round(run.seconds, 3),
                "when": run.when,
                "versions": group,
            }
        )
    versions: Mapping[str, dict[str, str]] = {name: dict(pairs) for pairs, name in groups.items()}
    text = json.dumps({"format": FORMAT, "versions": versions, "proofs": proofs}, indent=1) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, delete=False, encoding="utf-8"
        ) as stream:
            stream.write(text)
        Path(stream.name).replace(path)
    except OSError:
        return False
    return True
