"""The server as an editor uses it: another process, and a Lean that accepts everything."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path

from lsprotocol import types

from tests.app.editor.client import Editor, editor

URI = "file:///not/there/page.md"
TEXT = r"""# 証明 𝔸

We have for $x > 0$

$$
\log (x^2) = 2 \log x \tag{1}
$$
For every real number $x > 0$ we have

$$\log (x^2) = 3 \log x$$

and by (1) all is well.
"""
HERE = types.TextDocumentIdentifier(URI)


def run(test: Coroutine[None, None, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 120))


def open_text(client: Editor, text: str, uri: str = URI) -> None:
    document = types.TextDocumentItem(uri, "markdown", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))


def test_what_an_editor_asks(cache: Path, tmp_path: Path) -> None:
    async def asking() -> None:
        async with editor(cwd=tmp_path) as client:
            open_text(client, TEXT)
            first = await client.until(1)
            assert [(each.code, each.range.start.line) for each in first] == [("refuted", 9)]
            assert "counterexample: x = " in first[0].message
            while not (hints := await marks(client)) or "~" in hints.values():
                await client.until(1)
            assert hints == {5: "✓", 9: "✗"}

            hover = await client.text_document_hover_async(
                types.HoverParams(HERE, types.Position(5, 3))
            )
            assert hover is not None and isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith("**✓ verified** ")
            assert "```lean\n" in hover.contents.value and "\ntheorem " in hover.contents.value
            assert "- assuming: x &#62; 0" in hover.contents.value

            line = types.Range(types.Position(9, 0), types.Position(9, 5))
            context = types.CodeActionContext(first)
            actions = await client.text_document_code_action_async(
                types.CodeActionParams(HERE, line, context)
            )
            titles = [each.title for each in actions or ()]
            assert "Suppress this alarm" in titles
            [suppress] = [each for each in actions or () if each.title == "Suppress this alarm"]
            assert isinstance(suppress, types.CodeAction) and suppress.edit is not None
            [edit] = (suppress.edit.changes or {})[URI]
            assert edit.new_text == "<!-- shomei: ignore-next: say why -->\n"
            assert edit.range.start == types.Position(9, 0)

            cited = await client.text_document_definition_async(
                types.DefinitionParams(HERE, types.Position(11, 8))
            )
            assert isinstance(cited, types.Location) and cited.range.start.line == 5
            symbols = await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(HERE)
            )
            assert any(each.name.startswith("(1) ") for each in symbols or ())

            typed = TEXT.replace("3 \\log x", "2 \\lo")
            client.change(URI, 2, typed)
            offered = await client.text_document_completion_async(
                types.CompletionParams(HERE, types.Position(9, len("$$\\log (x^2) = 2 \\lo")))
            )
            assert isinstance(offered, list) and "log" in [each.label for each in offered]

    run(asking())


async def marks(client: Editor) -> dict[int, str]:
    whole = types.Range(types.Position(0, 0), types.Position(99, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(HERE, whole))
    return {each.position.line: str(each.label) for each in hints or ()}


def test_only_the_last_of_quick_changes_is_checked(cache: Path, tmp_path: Path) -> None:
    async def typing() -> None:
        async with editor(cwd=tmp_path) as client:
            open_text(client, TEXT)
            for version in range(2, 8):
                client.change(URI, version, f"We have\n\n$$1 + 1 = {version}$$\n")
            told = await client.until(7)
            assert [each.code for each in told] == ["refuted"]
            client.change(URI, 8, "We have\n\n$$1 + 1 = 2$$\n")
            assert await client.until(8) == []
            client.change(URI, 9, "We have\n\n$$1 + 1 = \n")
            assert await client.until(9) != []
            client.text_document_did_close(types.DidCloseTextDocumentParams(HERE))
            while (await asyncio.wait_for(client.told.get(), 30)).diagnostics:
                pass  # what was on its way

    run(typing())


def test_columns_are_those_of_the_editor(cache: Path, tmp_path: Path) -> None:
    async def asking() -> None:
        async with editor("--fast", cwd=tmp_path) as client:
            open_text(client, "Because 𝔸 is said, we have $1 + 1 = 3$.\n")
            [told] = await client.until(1)
            # 𝔸 counts as two units of UTF-16.
            assert (told.range.start.character, told.range.end.character) == (28, 39)

    run(asking())


def test_hostile_text_is_shown_and_does_nothing(cache: Path, tmp_path: Path) -> None:
    async def asking() -> None:
        async with editor("--fast", cwd=tmp_path) as client:
            text = "assume x > 0   % ![a](http://x)\n\\text{<b>[a](command:x)```} = x\nx = 2 x\n"
            open_text(client, text, "untitled:a\x1b[31m")
            told = (await asyncio.wait_for(client.told.get(), 60)).diagnostics
            assert told and not any("\x1b" in each.message for each in told)

    run(asking())
