"""Rewrites the WebAssembly Lean: its export section, which causes most of the start-up time, and
the bodies of a few functions.

The build exports 201,110 symbols, since Lean looks up the compiled code of a declaration by name
(dlsym). V8 makes an object for each of them, and the glue walks over all of them several times.
After the rewriting, a function is exported only if the glue or our host calls it by name. Every
other one gets a place in the module's function table, by a new element segment, and a list of names
and places.

In: the bytes of the module. Out: the bytes of the new module, and the addresses of the functions by
name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass

_MAGIC = b"\0asm\x01\0\0\0"
_IMPORT, _TABLE, _EXPORT, _ELEMENT, _CODE = 2, 4, 7, 9, 10
_FUNCTION_KIND = 0
_FUNCREF = 0x70


class WasmError(Exception):
    """The module does not have the form that the rewriting was written for."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new module, and the index in the function table of each exported function of the old
    one.
    """

    module: bytes
    addresses: dict[str, int]


def slim_exports(module: bytes, keep: Set[str]) -> Rewritten:
    """Keeps the exports of `keep` and all exports that are not functions; the other functions go to
    the end of the table.

    Raises `WasmError` unless the module has one table, one export section and active element
    segments of plain function indices.
    """
    sections = list(_sections(module))
    exports = list(_exports(_only(sections, _EXPORT)))
    missing = keep - {one.name for one in exports}
    if missing:
        raise WasmError(f"the module does not export {', '.join(sorted(missing))}")
    table_size, table_rest = _table(_only(sections, _TABLE))
    placed = {function: place for place, function in _placed_functions(_only(sections, _ELEMENT))}
    functions = dict.fromkeys(
        one.index for one in exports if one.kind == _FUNCTION_KIND and one.index not in placed
    )
    places = placed | {function: table_size + number for number, function in enumerate(functions)}
    replaced = {
        _EXPORT: _vector(
            [one.encoded for one in exports if one.kind != _FUNCTION_KIND or one.name in keep]
        ),
        _TABLE: _vector(
            [bytes([_FUNCREF, 0]) + _unsigned(table_size + len(functions)) + table_rest]
        ),
        _ELEMENT: _with_segment(_only(sections, _ELEMENT), table_size, list(functions)),
    }
    return Rewritten(
        _join(sections, replaced),
        {one.name: places[one.index] for one in exports if one.kind == _FUNCTION_KIND},
    )


def trap() -> bytes:
    """The body of a function that must never be called: it ends the run."""
    return b"\0\0\x0b"


def call_with_same_arguments(arguments: int) -> Callable[[int], bytes]:
    """The body of a function that passes its `arguments` to another one of the same type, given by
    its index.
    """
    parameters = b"".join(b"\x20" + _unsigned(number) for number in range(arguments))
    return lambda target: b"\0" + parameters + b"\x10" + _unsigned(target) + b"\x0b"


def replace_bodies(
    module: bytes, bodies: Mapping[str, Callable[[Mapping[str, int]], bytes]]
) -> bytes:
    """Replaces the bodies of the exported functions that `bodies` names; each new body is made from
    the indices of all exported functions by name.

    Raises `WasmError` if one is not exported or is not defined in the module.
    """
    sections = list(_sections(module))
    functions = {
        one.name: one.index
        for one in _exports(_only(sections, _EXPORT))
        if one.kind == _FUNCTION_KIND
    }
    if not bodies.keys() <= functions.keys():
        raise WasmError(
            f"the module does not export {', '.join(sorted(bodies.keys() - functions.keys()))}"
        )
    imports = [content for identifier, content in sections if identifier == _IMPORT]
    imported = sum(
        1 for section in imports for kind in _imported_kinds(section) if kind == _FUNCTION_KIND
    )
    new = {functions[name] - imported: make(functions) for name, make in bodies.items()}
    code = _only(sections, _CODE)
    count, at = _read(code, 0)
    parts = [_unsigned(count)]
    copied = at
    for number in range(count):
        size, start = _read(code, at)
        if number in new:
            parts += [code[copied:at], _unsigned(len(new[number])), new.pop(number)]
            copied = start + size
        at = start + size
    if new:
        raise WasmError("a function whose body should be replaced is imported")
    return _join(sections, {_CODE: b"".join([*parts, code[copied:]])})


@dataclass(frozen=True, slots=True)
class _Export:
    name: str
    kind: int
    index: int
    encoded: bytes


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    if module[:8] != _MAGIC:
        raise WasmError("this is not a WebAssembly module")
    at = 8
    while at < len(module):
        identifier = module[at]
        size, start = _read(module, at + 1)
        if start + size > len(module):
            raise WasmError("the module is cut short")
        yield identifier, module[start : start + size]
        at = start + size


def _join(sections: list[tuple[int, bytes]], replaced: Mapping[int, bytes]) -> bytes:
    parts = [_MAGIC]
    for identifier, content in sections:
        body = replaced.get(identifier, content)
        parts += [bytes([identifier]), _unsigned(len(body)), body]
    return b"".join(parts)


def _imported_kinds(section: bytes) -> Iterator[int]:
    count, at = _read(section, 0)
    for _ in range(count):
        for _ in ("module", "name"):
            length, at = _read(section, at)
            at += length
        kind = section[at]
        yield kind
        at = _after_import(section, kind, at + 1)


def _after_import(section: bytes, kind: int, at: int) -> int:
    match kind:
        case 0:
            return _read(section, at)[1]
        case 2:
            has_most, at = section[at] & 1, _read(section, at + 1)[1]
            return _read(section, at)[1] if has_most else at
        case 3:
            return at + 2
    raise WasmError(f"an import of kind {kind}")


def _only(sections: list[tuple[int, bytes]], identifier: int) -> bytes:
    found = [content for one, content in sections if one == identifier]
    if len(found) != 1:
        raise WasmError(f"the module has {len(found)} sections of kind {identifier}")
    return found[0]


def _exports(section: bytes) -> Iterator[_Export]:
    count, at = _read(section, 0)
    for _ in range(count):
        start = at
        length, at = _read(section, at)
        name = section[at : at + length].decode()
        kind = section[at + length]
        index, at = _read(section, at + length + 1)
        yield _Export(name, kind, index, section[start:at])


def _table(section: bytes) -> tuple[int, bytes]:
    """The minimum size of the one table, and the following bytes (none for a table without a
    maximum).
    """
    count, at = _read(section, 0)
    if count != 1 or section[at] != _FUNCREF or section[at + 1] != 0:
        raise WasmError("the module has not one table of functions without a greatest size")
    return _read(section, at + 2)[0], b""


def _placed_functions(section: bytes) -> Iterator[tuple[int, int]]:
    """The (place, function) pairs of the active segments of table 0."""
    count, at = _read(section, 0)
    for _ in range(count):
        if section[at] != 0 or section[at + 1] != 0x41:
            raise WasmError("an element segment is not an active one with a constant offset")
        offset, at = _read(section, at + 2)
        if section[at] != 0x0B:
            raise WasmError("an element segment's offset is more than a constant")
        length, at = _read(section, at + 1)
        for place in range(offset, offset + length):
            function, at = _read(section, at)
            yield place, function


def _with_segment(section: bytes, offset: int, functions: list[int]) -> bytes:
    count, at = _read(section, 0)
    segment = b"\0\x41" + _signed(offset) + b"\x0b" + _vector([_unsigned(one) for one in functions])
    return _unsigned(count + 1) + section[at:] + segment


def _vector(items: list[bytes]) -> bytes:
    return _unsigned(len(items)) + b"".join(items)


def _read(data: bytes, at: int) -> tuple[int, int]:
    """An unsigned LEB128 number at `at`, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _unsigned(value: int) -> bytes:
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


def _signed(value: int) -> bytes:
    """Signed LEB128 of a number that is not negative."""
    encoded = bytearray()
    while value >= 0x40:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
