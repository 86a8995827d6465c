// Lean's objects in the linear memory of a 32-bit Lean: reading, making and counting references. See lean.h of Lean 4.
"use strict";

const ARRAY_TAG = 246;
const STRING_TAG = 249;
const HEADER = 8;

/** Readers and makers over the glue's `inside`. A pointer is a number; an odd one is a boxed small natural number. */
function objects(inside) {
  const call = inside.exports;
  const word = (address) => inside.words[address >> 2];
  const isBoxed = (object) => (object & 1) === 1;
  const box = (number) => (number << 1) | 1;
  const field = (object, index) => word(object + HEADER + 4 * index);
  const tag = (object) => (isBoxed(object) ? object >> 1 : inside.bytes[object + 7]);

  /** The object fields of a constructor object. */
  const fields = (object) => Array.from({ length: inside.bytes[object + 6] }, (_, index) => field(object, index));

  /** One more reference. Objects that were made persistent have a count of 0, and it stays. */
  function keep(object) {
    if (!isBoxed(object) && word(object) > 0) inside.words[object >> 2]++;
    return object;
  }

  function allocate(size, count, objectTag) {
    const rounded = (size + 7) & ~7;
    const object = call.lean_alloc_object(rounded);
    inside.bytes.fill(0, object, object + rounded);
    inside.words[object >> 2] = 1;
    inside.words[(object + 4) >> 2] = (rounded < 4096 ? rounded : 0) | (count << 16) | (objectTag << 24);
    return object;
  }

  /** A constructor object with `fields` (which it takes over) and room for `scalars` bytes of scalar fields, all 0. */
  function constructor(constructorTag, fields, scalars = 0) {
    const object = allocate(HEADER + 4 * fields.length + scalars, fields.length, constructorTag);
    fields.forEach((one, index) => {
      inside.words[(object + HEADER) / 4 + index] = one;
    });
    return object;
  }

  function emptyArray() {
    return allocate(HEADER + 8, 0, ARRAY_TAG);
  }

  function items(array) {
    if (tag(array) !== ARRAY_TAG) throw new Error(`an array was expected, not tag ${tag(array)}`);
    return Array.from({ length: word(array + HEADER) }, (_, index) => word(array + HEADER + 8 + 4 * index));
  }

  /** A new Lean string. UTF-16 surrogates without a partner become U+FFFD, as they do in any UTF-8 text. */
  function string(text) {
    const encoded = Buffer.from(text, "utf8");
    const copy = call.malloc(encoded.length + 1);
    inside.bytes.set(encoded, copy);
    const made = call.lean_mk_string_from_bytes(copy, encoded.length);
    call.free(copy);
    return made;
  }

  function readString(object) {
    if (tag(object) !== STRING_TAG) throw new Error(`a string was expected, not tag ${tag(object)}`);
    const start = object + HEADER + 12;
    return Buffer.from(inside.bytes.slice(start, start + word(object + HEADER) - 1)).toString("utf8");
  }

  /** `Lean.Name` of a dotted name of plain components. */
  function name(dotted) {
    return dotted.split(".").reduce((prefix, part) => call.lean_name_mk_string(prefix, string(part)), box(0));
  }

  /** The value of an `IO` action's result; its error is thrown. */
  function done(result) {
    if (tag(result) === 0) return field(result, 0);
    throw new Error(readString(call.lean_io_error_to_string(field(result, 0))));
  }

  return { call, box, unbox: (object) => object >> 1, field, fields, tag, keep, constructor, emptyArray, items, string, readString, name, done };
}

module.exports = { objects };
