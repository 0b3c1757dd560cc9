"""The name under which this copy of the journal writes to a shared folder."""

from __future__ import annotations

import hashlib
import platform

from prep_tracker.storage.journal import Journal


def get_device(journal: Journal) -> str:
    """Twelve hexadecimal digits: other ones on another computer, even with a copied workspace.

    Raises:
        JournalError: The journal cannot be read.
    """
    own = journal.read_rows("SELECT value FROM facts WHERE name = 'journal'")[0][0]
    return hashlib.sha256(f"{own} {platform.node()}".encode()).hexdigest()[:12]
