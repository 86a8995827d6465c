"""`python -m bench`: measures, and writes what was measured between the marks of
`bench/RESULTS.md`.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path

from bench import checks, runtime
from bench.earlier import REFERENCE, earlier

RESULTS = Path(__file__).parent / "RESULTS.md"


def write_section(name: str, text: str) -> None:
    """Puts `text` between the marks `<!-- NAME -->` and `<!-- /NAME -->` of the results."""
    results = RESULTS.read_text("utf-8")
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if len(marks.findall(results)) != 1:
        raise SystemExit(f"{RESULTS} has no section {name}")
    RESULTS.write_text(marks.sub(lambda match: f"{match[1]}{text}\n{match[2]}", results), "utf-8")


def machine() -> str:
    """This machine in one line."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}; Python {platform.python_version()}"
    return (
        f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, {gigabytes:.0f} "
        f"GiB; {system}"
    )


def main() -> int:
    """Measures everything. Returns the exit status 0."""
    write_section("machine", machine())
    with earlier(REFERENCE) as reference:
        measured, before = checks.measure(reference)
    sections = {
        "earlier": checks.compared(measured, before),
        "checks": checks.table(measured),
        "stages": checks.stages(measured),
        "runtime": runtime.table(runtime.measure()),
    }
    for name, text in sections.items():
        print(text, end="\n\n")
        write_section(name, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
