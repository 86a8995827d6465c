"""Cuts the glue of the WebAssembly Lean down to what a check needs.

In: the text of `lean.js` as npm delivers it (89 MB). Out: 0.7 MB that does the same (`cut_glue`), then with our edits (`edit_glue`). The changes are textual; each must match
exactly once, so another version of the glue is refused and never half-changed.
"""

from __future__ import annotations

import re

_ASSIGN_HEAD = "function assignWasmExports(wasmExports){"

#: What is replaced by what, each exactly once.
_EDITS: tuple[tuple[str, str], ...] = (
    # Looking a symbol up walked all 201,110 export names, for each symbol.
    (
        "newSymIndex=Object.keys(lib.exports).indexOf(symbol);",
        "lib.symMap??=new Map(Object.keys(lib.exports).map((k,i)=>[k,i]));newSymIndex=lib.symMap.get(symbol)??-1;",
    ),
    # Threads of the pool each do all of the start-up's glue work again; with -j1 none is needed.
    ("var pthreadPoolSize=4", "var pthreadPoolSize=0"),
    # Lean sees the folders that it is given, under fixed names, and nothing else of the host: a file may lie anywhere, and no text can name another.
    (
        'FS.mount(NODEFS,{root:"/home"},"/home");FS.mount(NODEFS,{root:"/tmp"},"/tmp");',
        "FS.mkdirTree('/lean/bin');for(const[at,root]of JSON.parse(process.env.SHOMEI_MOUNTS)){FS.mkdirTree(at);FS.mount(NODEFS,{root},at)}",
    ),
    ("var cwd=process.cwd();if(", 'var cwd="/work";if('),
    ('path=__filename}else{path="/bin/lean.wasm"}', 'path="/lean/bin/lean"}else{path="/bin/lean.wasm"}'),
    # process.stdin.fd makes a pipe non-blocking.
    ("var fd=process.stdin.fd;", "var fd=0;"),
)


class GlueError(Exception):
    """The glue is not of the version that the edits were written for."""


def edit_glue(text: str) -> str:
    """A glue that was cut down, with the edits of this module. Raises `GlueError` where one does not match exactly once."""
    for old, new in _EDITS:
        if text.count(old) != 1:
            raise GlueError(f"expected once, found {text.count(old)} times: {old}")
        text = text.replace(old, new)
    return text


def cut_glue(text: str) -> str:
    """`lean.js` with `assignWasmExports` and the declaration before it less the names that nothing else mentions (201,060 of 201,109).

    Raises `GlueError` where the text is not of the form that is expected.
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
    used = [one for one in text[head + len(_ASSIGN_HEAD) : end].split(";") if one and _assigned(one) in mentioned]
    names = dict.fromkeys([*map(_assigned, used), "wasmTable"])
    return f"{text[:declaration]}var {','.join(names)};{_ASSIGN_HEAD}{';'.join(used)}}}{text[end + 1 :]}"


def _assigned(assignment: str) -> str:
    return assignment.partition("=")[0]
