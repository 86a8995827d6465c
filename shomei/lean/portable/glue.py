"""Cuts the glue code of the WebAssembly Lean down to what a check needs.

In: the text of `lean.js` as npm delivers it (89 MB). Out: 0.7 MB that does the same (`cut_glue`),
then with our edits (`edit_glue`). The edits are textual; each must match exactly once, so another
version of the glue is refused and never half-changed.
"""

from __future__ import annotations

import re

_ASSIGN_HEAD = "function assignWasmExports(wasmExports){"
_USED_EXPORT = re.compile(r'wasmExports\["([^"]+)"\]')

#: The replacements, each applied exactly once.
_EDITS: tuple[tuple[str, str], ...] = (
    # Threads of the pool would each do all of the start-up's glue work again, and nothing here
    # starts one.
    ("var pthreadPoolSize=4", "var pthreadPoolSize=0"),
    # The offset table is filled for the names that the module imports, not for each name that it
    # exports.
    (
        (
            "var updateGOT=(exports,replace)=>{for(var symName in "
            "exports){if(isInternalSym(symName)){continue}"
        ),
        (
            "var updateGOT=(exports,replace)=>{for(var symName in "
            "replace?exports:GOT){if(!(symName in exports)||isInternalSym(symName)){continue}"
        ),
    ),
    # OpenGL and OpenAL, linked in by the build and never called, would cost a small WebAssembly
    # module for each function.
    (
        "if(!value&&!entry.required){entry.value=0;continue}",
        "if(!value&&!entry.required||/^(emscripten_gl|emscripten_al|al)/.test(symName)){entry.value=0;continue}",
    ),
    # No walk over the whole function table: the glue knows every address that it assigned.
    (
        (
            "if(!functionsInTableMap){functionsInTableMap=new "
            "WeakMap;updateTableMap(0,wasmTable.length)}"
        ),
        "functionsInTableMap??=new WeakMap;",
    ),
    # Each C++ call that may throw goes through this mirror of the function table. Filled at
    # far-apart indices it would be a hash table, 12% of all time.
    ("var wasmTableMirror=[];", "var wasmTableMirror=new Array(1<<18).fill(null);"),
    # Looking a symbol up walked all 201,110 names of exports. Functions are found in the engine's
    # own list, data among the exports.
    (
        (
            "var result;var newSymIndex;var "
            "lib=LDSO.loadedLibsByHandle[handle];newSymIndex=Object.keys(lib.exports).indexOf(symbol);"
        ),
        'var result=Module["symbolAddress"](symbol);if(result)return result;var '
        "newSymIndex;var lib=LDSO.loadedLibsByHandle[handle];"
        "newSymIndex=Object.hasOwn(lib.exports,symbol)&&typeof "
        'lib.exports[symbol]!="function"?0:-1;',
    ),
    # Lean looks for its library beside its own path.
    (
        'path=__filename}else{path="/bin/lean.wasm"}',
        'path="/lean/bin/lean"}else{path="/bin/lean.wasm"}',
    ),
)


class GlueError(Exception):
    """The glue is not the version that the edits were written for."""


def edit_glue(text: str) -> str:
    """Cut-down glue with the edits of this module. Raises `GlueError` if one does not match exactly
    once.
    """
    for old, new in _EDITS:
        if text.count(old) != 1:
            raise GlueError(f"expected once, found {text.count(old)} times: {old}")
        text = text.replace(old, new)
    return text


def exports_used_by(glue: str) -> frozenset[str]:
    """The names of the functions that cut-down glue takes from the module's exports."""
    return frozenset(_USED_EXPORT.findall(glue)) - {
        "__indirect_function_table",
        "__heap_base",
        "_environ",
    }


def cut_glue(text: str) -> str:
    """`lean.js` with `assignWasmExports` and the declaration before it reduced to the names that
    are mentioned elsewhere (dropping 201,060 of 201,109).

    Raises `GlueError` if the text does not have the expected form.
    """
    head = text.find(_ASSIGN_HEAD)
    if head < 0 or text.find(_ASSIGN_HEAD, head + 1) >= 0:
        raise GlueError("assignWasmExports is not there exactly once")
    end = text.index("}", head)
    declaration = text.rfind("var _main,", 0, head)
    if declaration < 0 or text.find(";", declaration, head) != head - 1:
        raise GlueError("the declaration of the exports' variables is not before assignWasmExports")
    rest = text[:declaration] + text[end + 1 :]
    mentioned = set(re.findall(r"[A-Za-z_$][\w$]*", rest))
    used = [
        one
        for one in text[head + len(_ASSIGN_HEAD) : end].split(";")
        if one and _assigned(one) in mentioned
    ]
    names = dict.fromkeys([*map(_assigned, used), "wasmTable"])
    return (
        f"{text[:declaration]}var "
        f"{','.join(names)};{_ASSIGN_HEAD}{';'.join(used)}}}{text[end + 1 :]}"
    )


def _assigned(assignment: str) -> str:
    return assignment.partition("=")[0]
