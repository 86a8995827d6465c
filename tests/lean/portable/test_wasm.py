"""The rewriting of the export section, on a small module and with a real engine of WebAssembly."""

import json
import subprocess
from pathlib import Path

import pytest

from shomei.lean.portable.node import find_node
from shomei.lean.portable.wasm import (
    WasmError,
    call_with_same_arguments,
    replace_bodies,
    slim_exports,
    trap,
)

#: A number that needs two bytes, so that the table's size does.
PLACED = 200


def number(value: int) -> bytes:
    return bytes([value]) if value < 128 else bytes([value & 127 | 128, value >> 7])


def vector(*items: bytes) -> bytes:
    return number(len(items)) + b"".join(items)


def section(identifier: int, content: bytes) -> bytes:
    return bytes([identifier]) + number(len(content)) + content


def export(name: str, kind: int, index: int) -> bytes:
    return number(len(name)) + name.encode() + bytes([kind]) + number(index)


def constant(value: int) -> bytes:
    code = b"\0\x41" + bytes([value]) + b"\x0b"
    return number(len(code)) + code


#: Names, kinds (0 a function, 1 a table, 3 a global) and indices.
EXPORTS = (
    ("kept", 0, 0),
    ("hidden", 0, 1),
    ("placed", 0, 2),
    ("data", 3, 0),
    ("table", 1, 0),
    ("alias", 0, 1),
)

MODULE = (
    b"\0asm\x01\0\0\0"
    + section(1, vector(b"\x60\0\x01\x7f"))
    + section(3, vector(b"\0", b"\0", b"\0"))
    + section(4, vector(b"\x70\0" + number(PLACED)))
    + section(6, vector(b"\x7f\0\x41\x2a\x0b"))
    + section(
        7,
        vector(
            export("kept", 0, 0),
            export("hidden", 0, 1),
            export("placed", 0, 2),
            export("data", 3, 0),
            export("table", 1, 0),
            export("alias", 0, 1),
        ),
    )
    + section(9, vector(b"\0\x41\x05\x0b" + vector(b"\x02")))
    + section(10, vector(constant(10), constant(11), constant(12)))
)

RUN = """
const m = new WebAssembly.Module(require("fs").readFileSync(process.argv[1]));
const x = new WebAssembly.Instance(m).exports;
const a = JSON.parse(process.argv[2]);
const called = Object.fromEntries(Object.entries(a).map(([n, i]) => [n, x.table.get(i)()]));
console.log(JSON.stringify([Object.keys(x), x.kept(), x.data.value, x.table.length, called]));
"""


def test_each_function_is_found_by_its_name(tmp_path: Path) -> None:
    rewritten = slim_exports(MODULE, frozenset({"kept"}))
    assert rewritten.addresses == {
        "kept": PLACED,
        "hidden": PLACED + 1,
        "placed": 5,
        "alias": PLACED + 1,
    }
    (tmp_path / "m.wasm").write_bytes(rewritten.module)
    command = [
        find_node().path,
        "-e",
        RUN,
        str(tmp_path / "m.wasm"),
        json.dumps(rewritten.addresses),
    ]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert answer == [
        ["kept", "data", "table"],
        10,
        42,
        PLACED + 2,
        {"kept": 10, "hidden": 11, "placed": 12, "alias": 11},
    ]


def test_code_and_data_stay_as_they_are() -> None:
    assert (
        section(10, vector(constant(10), constant(11), constant(12)))
        in slim_exports(MODULE, frozenset()).module
    )


@pytest.mark.parametrize(
    "module",
    [
        b"",
        b"\0asm\x02\0\0\0",
        MODULE[:-3],
        MODULE.replace(section(4, vector(b"\x70\0" + number(PLACED))), b""),
        MODULE.replace(b"\x70\0" + number(PLACED), b"\x70\x04" + number(PLACED)),
        MODULE.replace(b"\0\x41\x05\x0b", b"\x01\x41\x05\x0b"),
    ],
)
def test_another_form_is_refused(module: bytes) -> None:
    with pytest.raises(WasmError):
        slim_exports(module, frozenset())


def test_a_missing_export_is_named() -> None:
    with pytest.raises(WasmError, match="absent"):
        slim_exports(MODULE, frozenset({"absent"}))


def test_bodies_are_replaced_and_nothing_else_is(tmp_path: Path) -> None:
    replaced = replace_bodies(
        MODULE,
        {
            "hidden": lambda functions: call_with_same_arguments(0)(functions["placed"]),
            "kept": lambda _: trap(),
        },
    )
    assert (
        section(10, vector(number(3) + b"\0\0\x0b", number(4) + b"\0\x10\x02\x0b", constant(12)))
        in replaced
    )
    addresses = slim_exports(replaced, frozenset({"kept"})).addresses
    (tmp_path / "m.wasm").write_bytes(slim_exports(replaced, frozenset({"kept"})).module)
    script = (
        "const x = new WebAssembly.Instance(new "
        "WebAssembly.Module(require('fs').readFileSync(process.argv[1]))).exports;"
    )
    called = (
        f"let t = 0; try {{ x.kept() }} catch (e) {{ t = e.message }}; "
        f"console.log(JSON.stringify([x.table.get({addresses['hidden']})(), t]))"
    )
    answer = subprocess.run(
        [find_node().path, "-e", script + called, str(tmp_path / "m.wasm")],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    assert json.loads(answer) == [12, "unreachable"]


def test_a_body_for_an_absent_function_is_refused() -> None:
    with pytest.raises(WasmError, match="absent"):
        replace_bodies(MODULE, {"absent": lambda _: trap()})
