// The stack in linear memory: where compiled C++ keeps what has an address. The build gives it 64 KB above its static data, and nothing in WebAssembly notices
// when it runs over: it would write into that data. So Lean gets a larger one, told to Lean so that its own checks work, with a zone below that must stay zero.
"use strict";

const SIZE = 16 << 20;
const GUARD = 4 << 20;
// The part of `struct pthread` in which musl keeps the stack's place.
const THREAD_WORDS = 64;

/** Moves the stack of `inside`. Before any Lean code runs. */
function enlarge(inside) {
  const call = inside.exports;
  const oldBase = call.emscripten_stack_get_base();
  const oldSize = oldBase - call.emscripten_stack_get_end();
  if (call.emscripten_stack_get_current() !== oldBase) throw new Error("the stack is in use");
  const end = (call.malloc(SIZE + 16) + 15) & ~15;
  const base = end + SIZE;
  inside.bytes.fill(0, end, base);
  const thread = call.pthread_self() >> 2;
  const places = [];
  for (let at = thread; at < thread + THREAD_WORDS; at++) if (inside.words[at] === oldBase && inside.words[at + 1] === oldSize) places.push(at);
  if (places.length !== 1) throw new Error("the thread's stack is not where it was expected");
  inside.words[places[0]] = base;
  inside.words[places[0] + 1] = SIZE - GUARD;
  use(inside, { base, end });
  return { base, end };
}

/** Makes `stack` the one that calls start on: after a failed call too. */
function use(inside, stack) {
  inside.exports.emscripten_stack_set_limits(stack.base, stack.end);
  inside.exports._emscripten_stack_restore(stack.base);
}

/** Whether nothing was ever written below the part of `stack` that Lean may use. */
function isIntact(inside, stack) {
  return Buffer.from(inside.bytes.slice(stack.end, stack.end + GUARD)).equals(Buffer.alloc(GUARD));
}

module.exports = { enlarge, use, isIntact };
