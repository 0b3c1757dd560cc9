"""Known vulnerabilities of what is installed, as far as the data can be had: `python -m tests.hostile.audit`."""

from __future__ import annotations

import json
import subprocess
import sys

SECONDS = 180


def main() -> int:
    """Ask pip-audit; 1 for a vulnerability, 0 with a sentence where nothing could be looked up."""
    command = [sys.executable, "-m", "pip_audit", "--local", "--skip-editable", "--format", "json", "--progress-spinner", "off"]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
        found = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        print("pip-audit: the vulnerability data cannot be reached here; nothing was audited.")
        return 0
    looked_up = [one for one in found if "skip_reason" not in one]
    for one in looked_up:
        for flaw in one["vulns"]:
            fixed = ", ".join(flaw.get("fix_versions", [])) or "no version yet"
            print(f"{one['name']} {one['version']}: {flaw['id']}, mended in {fixed}")
    if not looked_up:
        print(f"pip-audit: the data on all {len(found)} packages cannot be had here; nothing was audited.")  # fmt: skip
    elif len(looked_up) < len(found):
        print(f"pip-audit: {len(looked_up)} of {len(found)} packages were looked up.")
    return int(any(one["vulns"] for one in looked_up))


if __name__ == "__main__":
    sys.exit(main())
