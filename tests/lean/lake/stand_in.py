# ruff: noqa: T201
"""A `lake` for tests: takes `build +Module…`, looks at the modules' files, and prints what the real
one prints.

The format is that of lean4's src/lake/Lake/Build/Run.lean and src/lake/Lake/Util/Log.lean.

What happens to a theorem is told by a comment in it, `-- stand-in: error`, `warning`, `sorry` or
`axiom NAME`; to the whole by the environment: SHOMEI_STAND_IN is `hang`, `die`, `broken` (the
library does not build), `old` (the format of Lean 4.8), `cut` (Lean dies in the middle), or not
set.
"""

import json
import os
import re
import signal
import sys
import time
from pathlib import Path

MODE = os.environ.get("SHOMEI_STAND_IN", "")


def main() -> int:
    if MODE == "hang":
        # A child of its own, which must not outlive it.
        child = os.fork()
        if child:
            Path("child.pid").write_text(str(child))
        time.sleep(600)
    if MODE == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if MODE == "broken":
        print("✖ [1/2] Building Shomei (300ms)")
        print("error: Shomei.lean:3:0: unknown identifier 'foo'")
        print("error: Lean exited with code 1")
        print("Some required targets logged failures:\n- Shomei\nerror: build failed")
        return 1
    with Path("calls.jsonl").open("a") as log:
        log.write(json.dumps(sys.argv[1:]) + "\n")
    targets = sys.argv[2:]
    failed = []
    for number, target in enumerate(targets, start=1):
        module = target.removeprefix("+")
        entries, bad = elaborate(Path(*module.split(".")).with_suffix(".lean"))
        if bad:
            failed.append(module)
        icon = (
            "✖"
            if bad
            else "⚠"
            if any(level == "warning" for level, _ in entries)
            else "ℹ"
            if entries
            else "✔"
        )
        time_taken = "" if MODE == "old" else " (1.2s)"
        print(
            f"{icon} [{number + 2731}/{len(targets) + 2731}] "
            f"{'Building' if bad else 'Built'} {module}{time_taken}"
        )
        if bad:
            print(
                "trace: .> LEAN_PATH=/p/.lake/packages/mathlib/.lake/build/lib/lean "
                f"/root/.elan/toolchains/x/bin/lean /p/{module}.lean -o x.olean --json"
            )
        for level, text in entries:
            print(f"{level}: {text}")
        if bad:
            print(f"error: Lean exited with code {139 if MODE == 'cut' else 1}")
    if failed:
        print(
            "Some required builds logged failures:"
            if MODE == "old"
            else "Some required targets logged failures:"
        )
        for module in failed:
            print(f"- {module}")
        print("error: build failed")
        return 1
    print(f"Build completed successfully ({len(targets) + 2731} jobs).")
    return 0


def elaborate(path: Path) -> tuple[list[tuple[str, str]], bool]:
    shown = f"././././{path}" if MODE == "old" else str(path)
    entries: list[tuple[str, str]] = []
    bad = MODE == "cut"
    axioms: dict[str, list[str]] = {}
    lines = path.read_text("utf-8").split("\n")
    name, start = "", 0
    for number, line in enumerate(lines, start=1):
        if match := re.match(r"theorem (\w+)", line):
            name, start = match[1], number
            axioms[name] = ["propext", "Classical.choice", "Quot.sound"]
        elif match := re.match(r"\s*-- stand-in: (\w+) ?(\S*)", line):
            match match[1]:
                case "error":
                    bad = True
                    entries.append(
                        (
                            "error",
                            f"{shown}:{number}:2: unsolved goals\nx : ℝ\nhx : 0 < x\n⊢ x = x + 1",
                        )
                    )
                    axioms[name].append("sorryAx")
                case "warning":
                    entries.append(
                        (
                            "warning",
                            (
                                f"{shown}:{start}:8: unused variable `h`\n\nNote: This linter "
                                "can be disabled with `set_option linter.unusedVariables false`"
                            ),
                        )
                    )
                case "sorry":
                    entries.append(("warning", f"{shown}:{start}:8: declaration uses 'sorry'"))
                    axioms[name].append("sorryAx")
                case "axiom":
                    axioms[name].append(match[2])
        elif match := re.match(r"#print axioms (\w+)", line):
            if match[1] not in axioms:
                bad = True
                entries.append(("error", f"{shown}:{number}:14: Unknown constant `{match[1]}`"))
            else:
                entries.append(
                    (
                        "info",
                        (
                            f"{shown}:{number}:0: '{match[1]}' depends on axioms: "
                            f"[{', '.join(axioms[match[1]])}]"
                        ),
                    )
                )
        elif (match := re.match(r'#print "(.*)"', line)) and MODE != "cut":
            entries.append(("info", f"{shown}:{number}:0: {match[1]}"))
    return entries, bad


if __name__ == "__main__":
    sys.exit(main())
