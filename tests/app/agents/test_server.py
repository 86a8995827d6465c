"""The server for agents, asked by the protocol's own client."""

import asyncio
import os
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from shomei.app.agents.server import Desk, make
from tests.app.calls import FALSE, GOOD, ROOT
from tests.app.processes import FAKE_MAIN
from tests.fakes import FakeLean


def run(test: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 120))


async def call(client: Client, name: str, **arguments: object) -> Any:
    result = await client.call_tool(name, arguments)
    assert not result.is_error, result.content
    return result.structured_content


def test_the_tools(lean: FakeLean) -> None:
    async def asking() -> None:
        desk = Desk("portable")
        async with Client(make(desk)) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == {"check_derivation", "explain", "rules"}
            assert all(tool.description and tool.output_schema for tool in tools.values())

            good = await call(client, "check_derivation", text=GOOD)
            assert good["verified"] and good["exit_status"] == 0
            false = await call(client, "check_derivation", text=FALSE)
            assert not false["verified"]
            assert [step["verdict"] for step in false["steps"]] == ["verified", "refuted"]
            assert {"x", "y", "left side"} <= set(false["steps"][1]["counterexample"])
            fast = await call(client, "check_derivation", text=GOOD, fast=True)
            assert fast["steps"][0]["verdict"] == "plausible" and not fast["verified"]
            page = await call(client, "check_derivation", text="We have $1 + 1 = 2$.", format=".md")
            assert page["verified"]

            told = await call(client, "explain", text=GOOD, line=2)
            assert "theorem line_2" in told["theorems"][0]
            assert told["steps"][0]["assuming"] == ["x > 0", "y > 0"]

            found = await call(client, "rules", query="logarithm power")
            assert "log_rpow" in [rule["name"] for rule in found["rules"]]
            assert not (await call(client, "rules", query="no such rule at all"))["rules"]
        desk.close()

    run(asking())


@pytest.mark.usefixtures("lean")
def test_a_text_names_no_file_and_hides_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("1 = 1\n", "utf-8")

    async def asking() -> None:
        desk = Desk("portable")
        async with Client(make(desk)) as client:
            told = await call(client, "check_derivation", text=str(secret))
            assert not told["verified"]
            told = await call(client, "check_derivation", text="1 = 1\x1b[31m")
            assert told["problems"] and "\x1b" not in str(told)
        desk.close()

    run(asking())


def test_the_command(cache: Path, tmp_path: Path) -> None:
    async def asking() -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        server = StdioServerParameters(
            command=sys.executable, args=["-c", FAKE_MAIN, "mcp"], env=environment, cwd=tmp_path
        )
        async with Client(stdio_client(server)) as client:
            assert (await call(client, "check_derivation", text=GOOD))["verified"]

    run(asking())
