// The linear memory as it was at one moment, kept or stored, and put back. All of Lean's state is in it, so putting it back undoes all that Lean did since.
"use strict";
const fs = require("fs");
const stacks = require("./stack.js");

const PAGE = 65536;
const CHUNK = 1 << 24;

/** Takes a copy of the memory of `inside`, whose `stack` is not in use. */
function take(inside, stack) {
  return { memory: Buffer.from(inside.bytes.slice()), stack, thread: inside.exports.pthread_self() };
}

/** Puts the memory back as `image` has it. Only between calls into Lean. */
function putBack(inside, image) {
  if (inside.exports.pthread_self() !== image.thread) throw new Error("the image is of another thread");
  stacks.use(inside, image.stack);
  const missing = image.memory.length - inside.bytes.length;
  if (missing > 0) inside.memory.grow(Math.ceil(missing / PAGE));
  const bytes = inside.bytes;
  bytes.set(image.memory);
  bytes.fill(0, image.memory.length); // fresh memory is zero, and the allocator counts on it
}

/** The size without the zeros at the end, in whole pages. */
function usedSize(memory) {
  let size = memory.length;
  while (size > 0 && memory.subarray(size - PAGE, size).every((one) => one === 0)) size -= PAGE;
  return size;
}

function write(image, file) {
  const size = usedSize(image.memory);
  const descriptor = fs.openSync(file, "w");
  try {
    for (let at = 0; at < size; at += CHUNK) fs.writeSync(descriptor, image.memory, at, Math.min(CHUNK, size - at));
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The image in `file`, with the `stack` and `thread` that it was taken with. */
function read(file, { stack, thread }) {
  return { memory: fs.readFileSync(file), stack, thread };
}

module.exports = { take, putBack, write, read };
