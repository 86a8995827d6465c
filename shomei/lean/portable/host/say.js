// How the host answers whoever started it: with lines of JSON on standard output.
"use strict";

/** Resolves when the whole of the line is written. A single `fs.writeSync` writes no more than a pipe has room for, which is 64 KiB, and leaves the rest. */
function say(answer) {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

module.exports = { say };
