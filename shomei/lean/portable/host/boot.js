// Starts the WebAssembly Lean inside this Node process, up to a runtime that can be called. No Lean code has run then.
"use strict"; Error.stackTraceLimit = 60;
const fs = require("fs");
const path = require("path");
const vm = require("vm");

// What our code needs of the glue's own variables. The getters follow the memory when it grows.
// No thread is ever started: it would go on in the memory that is put back under it. What Lean puts aside for one (the finer points of an editor's display)
// is then not done, and nothing here waits for it; what is waited for is done where it is asked for.
const INSIDE = `;spawnThread = () => 0;Module.inside = {
  lastWords: "", FS, NODEFS, ENV,
  get exports() { return wasmExports },
  get memory() { return wasmMemory },
  get bytes() { growMemViews(); return HEAPU8 },
  get words() { growMemViews(); return HEAP32 },
};`;

/** The addresses of Lean's compiled functions by their names: a sorted list of `name address` lines, searched in place. */
function symbolTable(file) {
  let list = null;
  return (name) => {
    list ??= fs.readFileSync(file);
    const key = Buffer.from(`${name} `);
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : list.lastIndexOf(10, middle - 1) + 1;
      const end = list.indexOf(10, middle);
      const order = list.subarray(start, Math.min(start + key.length, end)).compare(key);
      if (order === 0) return Number(list.toString("latin1", start + key.length, end));
      if (order < 0) low = end + 1;
      else high = start;
    }
    return 0;
  };
}

/**
 * Instantiates the engine in the folder `engine`. `mounts` are the [name inside, folder] pairs that Lean may see, and there is nothing else of the host
 * in its file system. Resolves to the glue's inside (see INSIDE).
 */
function boot(engine, mounts) {
  return new Promise((resolve, reject) => {
    // This build writes lines for its own debugging with console.log, among them the text that it reads.
    console.log = () => {};
    process.exitCode = 0;
    const Module = {
      noInitialRun: true,
      symbolAddress: symbolTable(path.join(engine, "symbols.txt")),
      print: () => {},
      printErr(line) {
        if (Module.inside && !/^(\[DEBUG|LLVM Profile)/.test(line)) Module.inside.lastWords = line;
        fs.writeSync(2, `${line}\n`);
      },
      onAbort: (what) => reject(new Error(`Aborted(${what})`)),
      onRuntimeInitialized() {
        const inside = Module.inside;
        for (const [at, root] of mounts) {
          inside.FS.mkdirTree(at);
          inside.FS.mount(inside.NODEFS, { root }, at);
        }
        inside.FS.mkdirTree("/lean/bin");
        inside.ENV.LEAN_PATH = "/library:/lean/lib/lean";
        resolve(inside);
      },
    };
    const script = path.join(engine, "lean.js");
    const glue = vm.compileFunction(fs.readFileSync(script, "utf8").replaceAll(`throw"unwind"`, `throw new Error("unwind")`) + INSIDE, ["require", "module", "exports", "__filename", "__dirname", "Module"], {
      filename: script,
    });
    glue(require, { exports: {} }, {}, script, engine, Module);
  });
}

module.exports = { boot };
