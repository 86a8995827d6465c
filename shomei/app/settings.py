"""The settings of a project: `[tool.shomei]` of its pyproject.toml, or its shomei.toml.

In: a folder, or the name of a file. Out: `Settings`, or a `ValueError` with a line for each thing
that is wrong. The file is the nearest one in the folder or above it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from shomei.lean.choose import BACKENDS, BackendName
from shomei.verdicts.model import FAILING, Verdict

NAMES: Final = ("shomei.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for some files only. `files` are patterns as in `.gitignore`."""

    files: tuple[str, ...]
    strict: bool | None = None
    fail_on: frozenset[Verdict] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project says of its checks; None where it says nothing. `file` is where it says it,
    and `root` the folder that its paths are relative to.
    """

    file: Path | None = None
    paths: tuple[str, ...] = ()
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    backend: BackendName | None = None
    lang: str | None = None
    strict: bool = False
    fail_on: frozenset[Verdict] = FAILING
    baseline: str | None = None
    timeout: float | None = None
    macros: Mapping[str, str] | None = None
    house: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()

    @property
    def root(self) -> Path:
        """The folder of the file, or the current one."""
        return Path() if self.file is None else self.file.parent


def load(folder: Path, named: str | None = None) -> Settings:
    """The settings for checks that are called in `folder`; `named` is a file that the call names.
    Raises `ValueError` for a file that is missing, no TOML, or says what is not known.
    """
    if named is not None:
        found = _read(Path(named), required=True)
        return Settings() if found is None else found
    for place in (folder.absolute(), *folder.absolute().parents):
        for name in NAMES:
            if (place / name).is_file() and (found := _read(place / name)) is not None:
                return found
        if (place / ".git").exists():
            break
    return Settings()


def _read(path: Path, *, required: bool = False) -> Settings | None:
    """The settings in a file; None if it is a pyproject.toml that says nothing of Shomei."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: this is no TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: cannot be read: {error}") from None
    prefix = ""
    if path.name == "pyproject.toml":
        tools = document.get("tool", {})
        if not isinstance(tools, dict) or "shomei" not in tools:
            return Settings(file=path) if required else None
        document, prefix = tools["shomei"], "tool.shomei."
        if not isinstance(document, dict):
            raise ValueError(f"{path}: tool.shomei is not a table")
    complaints: list[str] = []
    values = _values(document, _KEYS, prefix, complaints)
    if complaints:
        raise ValueError("\n".join(f"{path}: {complaint}" for complaint in complaints))
    return replace(Settings(file=path), **values)


def _values(
    table: Mapping[str, Any],
    keys: Mapping[str, Callable[[Any], Any]],
    prefix: str,
    complaints: list[str],
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            near = get_close_matches(key, keys, n=1)
            better = f"; did you mean `{near[0]}`?" if near else f": the keys are {', '.join(keys)}"
            complaints.append(f"`{prefix}{key}` is no setting{better}")
            continue
        try:
            values[key.replace("-", "_")] = keys[key](value)
        except ValueError as error:
            complaints.append(f"`{prefix}{key}` {error}")
    return values


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"should be a text, and is {value!r}")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise ValueError(f'should be a list of texts, as in ["a", "b"], and is {value!r}')
    return tuple(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"should be true or false, and is {value!r}")  # noqa: TRY004 - as the others
    return value


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e7:
        raise ValueError(f"should be a positive number of seconds, and is {value!r}")
    return float(value)


def _backend(value: object) -> str:
    if value not in BACKENDS:
        raise ValueError(f"should be one of {', '.join(BACKENDS)}, and is {value!r}")
    return str(value)


def _lang(value: object) -> str:
    from shomei.languages.language import language, languages

    if not isinstance(value, str) or language(value) is None:
        known = ", ".join(each.code for each in languages())
        raise ValueError(f"should be one of {known}, and is {value!r}")
    return value


def verdicts(value: object) -> frozenset[Verdict]:
    """The verdicts of a list of their names. Raises `ValueError` for any other value."""
    names = set(_texts(value))
    if unknown := sorted(names - FAILING):
        raise ValueError(f"should list some of {', '.join(sorted(FAILING))}; not {unknown[0]!r}")
    return frozenset(each for each in FAILING if each in names)


def _macros(value: object) -> dict[str, str]:
    from shomei.api.macros import definitions

    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise ValueError("should be a table of texts, as in R = '\\mathbb{R}'")
    definitions(value)
    return dict(value)


def _house(value: object) -> tuple[str, ...]:
    from shomei.verdicts.house import house_items

    lines = _texts(value)
    house_items(lines)
    return lines


def _overrides(value: object) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError("should be tables, each under [[overrides]]")
    found: list[Override] = []
    for number, table in enumerate(value, 1):
        complaints: list[str] = []
        values = _values(table, _OF_AN_OVERRIDE, f"{number}.", complaints)
        if "files" not in values and not complaints:
            complaints.append(f"table {number} names no `files`")
        if complaints:
            raise ValueError(f"has a mistake: {complaints[0]}")
        found.append(Override(**values))
    return tuple(found)


_KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "paths": _texts,
    "include": _texts,
    "exclude": _texts,
    "gitignore": _truth,
    "backend": _backend,
    "lang": _lang,
    "strict": _truth,
    "fail-on": verdicts,
    "baseline": _text,
    "timeout": _seconds,
    "macros": _macros,
    "house": _house,
    "overrides": _overrides,
}
_OF_AN_OVERRIDE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "files": _texts,
    "strict": _truth,
    "fail-on": verdicts,
}
