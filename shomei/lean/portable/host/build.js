// Compiles modules of the Lean library, and stores the memory of a Lean that has imported it and read the preamble.
//
// node build.js ENGINE OLEANS LIBRARY: one request a line on standard input, one answer a line on standard output, {"name", "messages", "whole",
// "milliseconds"}. {"name", "path"} compiles the module LIBRARY/PATH.lean to LIBRARY/PATH.olean and LIBRARY/PATH.axioms.json; what it imports must be there.
// {"header", "records"}, whose name is null in the answer, makes LIBRARY/image.bin and LIBRARY/state.json; `records` are the paths of the axiom records of all
// modules of the library. What is not whole has an error, or was not read to its end, and nothing is written for it. Ends with its input.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { boot } = require("./boot.js");
const { frontend } = require("./frontend.js");
const { axioms, joinRecords } = require("./axioms.js");
const images = require("./image.js");
const { endWithParent } = require("./orphan.js");
const { say } = require("./say.js");
const stacks = require("./stack.js");

async function main([engine, oleans, library]) {
  endWithParent();
  const host = (name) => path.join(library, name);
  const isWhole = (done) => done.complete && stacks.isIntact(inside, stack) && !done.messages.some((one) => one.severity === "error");

  const inside = await boot(engine, [["/lean/lib/lean", oleans], ["/library", library]]);
  const stack = stacks.enlarge(inside);
  const lean = frontend(inside);
  const audit = axioms(inside);
  lean.initialise();
  const fresh = images.take(inside, stack);

  function compile({ name, path }) {
    const done = lean.elaborateFile(fs.readFileSync(host(`${path}.lean`), "utf8"), `${path}.lean`, name);
    if (isWhole(done)) {
      lean.writeModule(done.commandState, `/library/${path}.olean`);
      fs.writeFileSync(host(`${path}.axioms.json`), JSON.stringify(audit.record(lean.environmentOf(done.commandState))));
    }
    return done;
  }

  function store({ header, records: paths }) {
    const done = lean.elaborateFile(header, "Preamble.lean", "Checked");
    if (isWhole(done)) {
      const image = images.take(inside, stack);
      const size = images.write(image, host("image.bin"));
      const joined = joinRecords(paths.map((name) => JSON.parse(fs.readFileSync(host(name), "utf8"))));
      const records = { declared: [...joined.declared].sort(), uses: joined.uses };
      fs.writeFileSync(host("state.json"), JSON.stringify({ size, length: image.length, stack, thread: image.thread, commandState: done.commandState, records }));
    }
    return done;
  }

  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const started = performance.now();
    const done = "header" in request ? store(request) : compile(request);
    await say({ name: request.name ?? null, messages: done.messages, whole: isWhole(done), milliseconds: performance.now() - started });
    images.putBack(inside, fresh);
  }
}

main(process.argv.slice(2)).catch((error) => {
  fs.writeSync(2, `${error.stack ?? error}\n`);
  process.exit(1);
});
