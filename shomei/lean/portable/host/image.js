// The linear memory as it was at one moment, kept or stored, and put back. All of Lean's state is in it, so putting it back undoes all that Lean did since.
"use strict";
const fs = require("fs");
const stacks = require("./stack.js");

const PAGE = 65536;
const CHUNK = 1 << 24;

/** Takes a copy of the memory of `inside`, whose `stack` is not in use. */
function take(inside, stack) {
  const memory = Buffer.from(inside.bytes.slice());
  return { size: memory.length, length: memory.length, fill: (bytes) => bytes.set(memory), memory, stack, thread: inside.exports.pthread_self() };
}

/** Puts the memory back as `image` has it. Only between calls into Lean. */
function putBack(inside, image) {
  if (inside.exports.pthread_self() !== image.thread) throw new Error("the image is of another thread");
  stacks.use(inside, image.stack);
  // Lean's allocator counts on all the memory that there was, also on the zeros at its end that are not stored.
  const missing = image.length - inside.bytes.length;
  if (missing > 0) inside.memory.grow(Math.ceil(missing / PAGE));
  const bytes = inside.bytes;
  image.fill(bytes);
  bytes.fill(0, image.size); // fresh memory is zero, and the allocator counts on it
}

/** The size without the zeros at the end, in whole pages. */
function usedSize(memory) {
  let size = memory.length;
  while (size > 0 && memory.subarray(size - PAGE, size).every((one) => one === 0)) size -= PAGE;
  return size;
}

/** Stores an image that was taken in this process, and gives its size in bytes. */
function write(image, file) {
  const size = usedSize(image.memory);
  const descriptor = fs.openSync(file, "w");
  try {
    for (let at = 0; at < size; at += CHUNK) fs.writeSync(descriptor, image.memory, at, Math.min(CHUNK, size - at));
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
  return size;
}

/**
 * The image in `file`, with the `size`, `length`, `stack` and `thread` that it was stored with. The file stays open and is read each time anew: the system has it in
 * memory anyway, and this process need not hold it twice.
 */
function open(file, { size, length, stack, thread }) {
  const descriptor = fs.openSync(file, "r");
  if (fs.fstatSync(descriptor).size !== size) throw new Error("the image is not of its size");
  const fill = (bytes) => {
    for (let at = 0; at < size; ) {
      const length = fs.readSync(descriptor, bytes, at, Math.min(CHUNK, size - at), at);
      if (length === 0) throw new Error("the image is cut short");
      at += length;
    }
  };
  return { size, length, fill, stack, thread };
}

module.exports = { take, putBack, write, open };
