"""docs/command.md names every subcommand, and no option that is not there."""

import re

from shomei.app import cli
from tests.docs.page import DOCS

PAGE = DOCS / "command.md"


def named_options(page: str) -> set[str]:
    """The long options that a page names."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", page))


def options() -> set[str]:
    """The options of all subcommands."""
    return {
        option
        for action in cli.parser()._actions
        if action.dest == "command"
        for command in (action.choices or {}).values()
        for option in command._option_string_actions
    }


def test_every_command_is_there() -> None:
    shown = re.findall(r"^shomei (\w+)", PAGE.read_text("utf-8"), re.MULTILINE)
    commands = next(action for action in cli.parser()._actions if action.dest == "command").choices
    assert isinstance(commands, dict)
    assert set(shown) == set(commands)


def test_every_option_is_one() -> None:
    assert named_options(PAGE.read_text("utf-8")) <= options()
