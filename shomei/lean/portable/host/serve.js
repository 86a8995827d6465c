// A Lean that has imported the library already, and elaborates what it is given.
//
// node serve.js ENGINE LIBRARY: one request a line on standard input, {"id", "body"}, one answer a line on standard output, {"id", "messages", "complete",
// "milliseconds"}; first of all the line {"ready": true}. The memory is put back after each request, so none sees anything of another. Any failure ends the
// process, after {"id", "failure"} where there is still somebody to say it: whoever started it starts another.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { boot } = require("./boot.js");
const { frontend } = require("./frontend.js");
const { axioms } = require("./axioms.js");
const images = require("./image.js");
const { endWithParent } = require("./orphan.js");
const { say } = require("./say.js");
const stacks = require("./stack.js");

// A process that grew beyond this many bytes is not worth keeping: WebAssembly memory never shrinks.
const LARGEST = 1 << 30;

/** Lean finds no file, and none can be made: all that it needs is in its memory. */
function closeFileSystem(FS) {
  const refuse = () => {
    throw new FS.ErrnoError(44); // no such file or directory
  };
  for (const name of ["open", "mkdir", "mknod", "symlink", "rename", "rmdir", "unlink", "readdir", "mount", "truncate"]) FS[name] = refuse;
}

async function main([engine, library]) {
  endWithParent();
  const state = JSON.parse(fs.readFileSync(path.join(library, "state.json"), "utf8"));
  const records = { declared: new Set(state.records.declared), uses: state.records.uses };
  const inside = await boot(engine, []);
  const image = images.open(path.join(library, "image.bin"), state);
  const lean = frontend(inside);
  const audit = axioms(inside);
  const withTrueAxioms = (message, environment) => audit.rewrite(message, records, environment);
  closeFileSystem(inside.FS);
  images.putBack(inside, image);
  globalThis.gc?.(); // the module's file, 116 MB, is not needed any more
  await say({ ready: true });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, body } = JSON.parse(line);
    const started = performance.now();
    try {
      const done = lean.elaborateCommands(body, "Checked.lean", state.commandState, withTrueAxioms);
      if (!stacks.isIntact(inside, image.stack)) throw new Error("Maximum call stack size exceeded");
      await say({ id, messages: done.messages, complete: done.complete, milliseconds: performance.now() - started });
    } catch (error) {
      await say({ id, failure: `${error?.message ?? error} ${inside.lastWords}` });
      process.exit(1);
    }
    if (inside.bytes.length > LARGEST) process.exit(0);
    images.putBack(inside, image);
  }
}

main(process.argv.slice(2)).catch((error) => {
  fs.writeSync(2, `${error.stack ?? error}\n`);
  process.exit(1);
});
