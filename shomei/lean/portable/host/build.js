// Compiles the Lean library and stores the memory of a Lean that has imported it and read the preamble.
//
// node build.js ENGINE OLEANS LIBRARY: reads a plan from standard input as JSON, {"modules": [{"name", "path"}], "records", "header"}. A module's source is
// LIBRARY/PATH.lean and becomes LIBRARY/PATH.olean and LIBRARY/PATH.axioms.json; `records` are the paths of the axiom records of all modules of the library.
// Writes a line of JSON for each module, {"name", "messages", "whole"}, and one for the header, whose name is null; then LIBRARY/image.bin and
// LIBRARY/state.json are there. Stops at the first module that is not whole: with an error, or not read to its end.
"use strict";
const fs = require("fs");
const path = require("path");
const { boot } = require("./boot.js");
const { frontend } = require("./frontend.js");
const { axioms, joinRecords } = require("./axioms.js");
const images = require("./image.js");
const { endWithParent } = require("./orphan.js");
const { say } = require("./say.js");
const stacks = require("./stack.js");

async function main([engine, oleans, library]) {
  endWithParent();
  const plan = JSON.parse(fs.readFileSync(0, "utf8"));
  const host = (name) => path.join(library, name);
  const isWhole = (done) => done.complete && stacks.isIntact(inside, stack) && !done.messages.some((one) => one.severity === "error");
  const report = (name, done) => say({ name, messages: done.messages, whole: isWhole(done) });

  const inside = await boot(engine, [["/lean/lib/lean", oleans], ["/library", library]]);
  const stack = stacks.enlarge(inside);
  const lean = frontend(inside);
  const audit = axioms(inside);
  lean.initialise();
  const fresh = images.take(inside, stack);

  for (const module of plan.modules) {
    const done = lean.elaborateFile(fs.readFileSync(host(`${module.path}.lean`), "utf8"), `${module.path}.lean`, module.name);
    if (isWhole(done)) {
      lean.writeModule(done.commandState, `/library/${module.path}.olean`);
      fs.writeFileSync(host(`${module.path}.axioms.json`), JSON.stringify(audit.record(lean.environmentOf(done.commandState))));
    }
    await report(module.name, done);
    if (!isWhole(done)) return;
    images.putBack(inside, fresh);
  }

  const done = lean.elaborateFile(plan.header, "Preamble.lean", "Checked");
  if (isWhole(done)) {
    const image = images.take(inside, stack);
    const size = images.write(image, host("image.bin"));
    const joined = joinRecords(plan.records.map((name) => JSON.parse(fs.readFileSync(host(name), "utf8"))));
    const records = { declared: [...joined.declared].sort(), uses: joined.uses };
    fs.writeFileSync(host("state.json"), JSON.stringify({ size, length: image.length, stack, thread: image.thread, commandState: done.commandState, records }));
  }
  await report(null, done);
}

main(process.argv.slice(2)).catch((error) => {
  fs.writeSync(2, `${error.stack ?? error}\n`);
  process.exit(1);
});
