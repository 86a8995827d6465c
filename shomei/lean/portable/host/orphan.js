// Ends this process when the one that started it is gone. While Lean works the main thread hears of nothing, so a second thread looks.
"use strict";
const { Worker } = require("worker_threads");

const WATCH = `
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 1000);
`;

function endWithParent() {
  new Worker(WATCH, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } }).unref();
}

module.exports = { endWithParent };
