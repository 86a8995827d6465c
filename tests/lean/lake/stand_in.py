# ruff: noqa: T201
"""A `lake` for tests: takes `env lean --json FILE` and `build +Module`, and prints what the real
ones print.

A message of `lean --json` is a line with the fields of `SerialMessage` (lean4's
src/Lean/Message.lean, `deriving ToJson`); Lake's own lines are those of
src/lake/Lake/Build/Run.lean and src/lake/Lake/Util/Log.lean.

What happens to a theorem is told by a comment in it, `-- stand-in: error`, `warning`, `sorry` or
`axiom NAME`; to the whole by the environment: SHOMEI_STAND_IN is `hang`, `die`, `broken` (the
library is not there), `lake` (Lake itself fails), `cut` (Lean dies in the middle), or not set.
"""

import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MODE = os.environ.get("SHOMEI_STAND_IN", "")


def main() -> int:
    if MODE == "hang":
        # A child of its own, which must not outlive it.
        child = os.fork()
        if child:
            Path(f"child.{os.getpid()}.pid").write_text(str(child))
        time.sleep(600)
    if MODE == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if MODE == "lake":
        print("error: [root]: no configuration file with a supported extension", file=sys.stderr)
        return 1
    with Path("calls.jsonl").open("a") as log:
        log.write(json.dumps(sys.argv[1:]) + "\n")
    match sys.argv[1:]:
        case ["env", "lean", "--json", file]:
            return read(Path(file))
        case ["build", target]:
            return build(target.removeprefix("+"))
    raise SystemExit(f"not expected: {sys.argv[1:]}")


def build(module: str) -> int:
    source = Path(*module.split(".")).with_suffix(".lean")
    messages = list(elaborated(source))
    errors = [one for one in messages if one["severity"] == "error"]
    icon, verb = ("✖", "Building") if errors else ("✔", "Built")
    print(f"{icon} [2733/2733] {verb} {module} (1.2s)")
    for one in messages:
        level = "info" if one["severity"] == "information" else one["severity"]
        place = f"{source}:{one['pos']['line']}:{one['pos']['column']}"
        print(f"{level}: {place}: {one['data']}")
    if errors:
        print("error: Lean exited with code 1")
        print(f"Some required targets logged failures:\n- {module}\nerror: build failed")
        return 1
    for built in (".lake/build/lib/lean", ".lake/build/ir"):
        folder = Path(built, *module.split(".")[:-1])
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in ("olean", "ilean", "trace", "c"):
            (folder / f"{source.stem}.{suffix}").write_text("")
    print("Build completed successfully (2733 jobs).")
    return 0


def read(path: Path) -> int:
    if MODE == "broken":
        say(path, "error", 1, 0, "unknown module prefix 'Shomei'\n\nNo directory 'Shomei'")
        return 1
    failed = False
    for one in elaborated(path):
        failed = failed or one["severity"] == "error"
        if not (MODE == "cut" and one["data"].startswith("shomei-end")):
            print(json.dumps(one, ensure_ascii=False))
    return 1 if failed or MODE == "cut" else 0


def say(path: Path, severity: str, line: int, column: int, text: str) -> None:
    print(json.dumps(message(path, severity, line, column, text), ensure_ascii=False))


def message(path: Path, severity: str, line: int, column: int, text: str) -> dict[str, Any]:
    return {
        "severity": severity,
        "pos": {"line": line, "column": column},
        "keepFullRange": False,
        "kind": "[anonymous]",
        "isSilent": False,
        "fileName": str(path),
        "endPos": {"line": line, "column": column + 4},
        "data": text,
        "caption": "",
    }


def elaborated(path: Path) -> Iterator[dict[str, Any]]:
    axioms: dict[str, list[str]] = {}
    name, start = "", 0
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if match := re.match(r"theorem (\w+)", line):
            name, start = match[1], number
            axioms[name] = ["propext", "Classical.choice", "Quot.sound"]
        elif match := re.match(r"\s*-- stand-in: (\w+) ?(\S*)", line):
            match match[1]:
                case "error":
                    axioms[name].append("sorryAx")
                    goal = "unsolved goals\nx : ℝ\nhx : 0 < x\n⊢ x = x + 1"
                    yield message(path, "error", number, 2, goal)
                case "warning":
                    unused = (
                        "unused variable `h`\n\nNote: This linter can be disabled with "
                        "`set_option linter.unusedVariables false`"
                    )
                    yield message(path, "warning", start, 8, unused)
                case "sorry":
                    axioms[name].append("sorryAx")
                    yield message(path, "warning", start, 8, "declaration uses `sorry`")
                case "axiom":
                    axioms[name].append(match[2])
        elif match := re.match(r"#print axioms (\w+)", line):
            if match[1] not in axioms:
                text = f"Unknown constant `{match[1]}`"
                yield message(path, "error", number, 14, text)
            else:
                rests = ",\n ".join(axioms[match[1]])
                text = f"'{match[1]}' depends on axioms: [{rests}]"
                yield message(path, "information", number, 0, text)
        elif match := re.match(r'#print "(.*)"', line):
            yield message(path, "information", number, 0, match[1])


if __name__ == "__main__":
    sys.exit(main())
