// Starts `shomei lsp` for the files that are open, and shows what it says. All else is the server's.

import * as vscode from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("shomei.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("shomei")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  await start();
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("shomei");
  const command = settings.get<string>("command", "shomei");
  const server: ServerOptions = {
    command,
    args: ["lsp", ...(settings.get<boolean>("fast", false) ? ["--fast"] : [])],
  };
  const options: LanguageClientOptions = {
    documentSelector: settings
      .get<string[]>("languages", ["markdown", "latex"])
      .flatMap((language) => [
        { language, scheme: "file" },
        { language, scheme: "untitled" },
      ]),
    // What a derivation says is shown and never run: no commands, no HTML.
    markdown: { isTrusted: false, supportHtml: false },
  };
  client = new LanguageClient("shomei", "Shomei", server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      `Shomei does not start (${reason}). Install it with: pipx install 'shomei[lsp]', ` +
        "or set shomei.command to its path.",
    );
  }
}
