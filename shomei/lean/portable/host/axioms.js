// What theorems rest on, down to true axioms.
//
// The portable Lean imports no proofs: a theorem of an imported module stands in the environment like an axiom, and `#print axioms` lists it. So what each
// theorem of the library rests on is recorded when its module is compiled and its proofs are there, and such names are replaced by their record.
"use strict";
const { objects } = require("./objects.js");

const CONSTANT = { axiomTag: 0, value: 0, name: 0 };
const MODULE_DATA = { constantNames: 1, constants: 2 };
const PRIVATE_LEVEL = 2;

// A theorem of Lean's own library rests at most on these; its other axioms are named one by one.
const STANDARD = ["propext", "Classical.choice", "Quot.sound"];
const OF_LEAN = new Set([...STANDARD, "sorryAx", "Lean.ofReduceBool", "Lean.ofReduceNat", "Lean.trustCompiler"]);

const ANSWER = /^'([^'\n]+)' depends on axioms: \[([^\]]*)\]$/;

function axioms(inside) {
  const lean = objects(inside);
  const { call, box, field, keep } = lean;

  function nameText(name) {
    if (lean.tag(name) === 0) return "";
    const part = field(name, 1);
    const prefix = nameText(field(name, 0));
    const text = lean.tag(name) === 1 ? lean.readString(part) : String(lean.unbox(part));
    return prefix === "" ? text : `${prefix}.${text}`;
  }

  function nameOf(text) {
    return text.split(".").reduce((prefix, part) => {
      return /^\d+$/.test(part) ? call.lean_name_mk_numeral(prefix, box(Number(part))) : call.lean_name_mk_string(prefix, lean.string(part));
    }, box(0));
  }

  function collect(name, environment) {
    const none = lean.constructor(0, [box(1), lean.emptyArray()]);
    const state = field(call.l_Lean_CollectAxioms_collect(keep(name), keep(environment), none), 1);
    return lean.items(field(state, 1)).map(nameText);
  }

  /** What a compiled module declares: its own axioms, and for each constant the names that `#print axioms` would list. */
  function record(environment) {
    const data = lean.done(call.l_Lean_mkModuleData(keep(environment), PRIVATE_LEVEL));
    const names = lean.items(field(data, MODULE_DATA.constantNames));
    const constants = lean.items(field(data, MODULE_DATA.constants));
    const declared = names.filter((_, index) => lean.tag(constants[index]) === CONSTANT.axiomTag).map(nameText);
    const uses = {};
    for (const name of names) uses[nameText(name)] = collect(name, environment);
    return { declared, uses };
  }

  /** The true axioms under `listed`, names as `#print axioms` lists them. `records` are those of the library's modules, put together. */
  function resolve(listed, records, environment) {
    const found = new Set();
    const seen = new Set();
    const pending = [...listed];
    while (pending.length > 0) {
      const name = pending.pop();
      if (seen.has(name)) continue;
      seen.add(name);
      if (records.declared.has(name) || OF_LEAN.has(name)) found.add(name);
      else if (Object.hasOwn(records.uses, name)) pending.push(...records.uses[name]);
      else if (isImported(name, environment)) STANDARD.forEach((one) => found.add(one));
      else found.add(name);
    }
    return [...found].sort();
  }

  function isImported(name, environment) {
    return !name.includes("«") && lean.tag(call.l_Lean_Environment_getModuleIdxFor_x3f(keep(environment), nameOf(name))) === 1;
  }

  /** A message of `#print axioms` with the true axioms in it; any other message as it is. */
  function rewrite(message, records, environment) {
    const match = message.severity === "information" ? ANSWER.exec(message.data) : null;
    if (match === null) return message;
    const names = resolve(match[2].split(",").map((one) => one.trim()), records, environment);
    const data = names.length === 0 ? `'${match[1]}' does not depend on any axioms` : `'${match[1]}' depends on axioms: [${names.join(", ")}]`;
    return { ...message, data };
  }

  return { record, rewrite };
}

/** Puts the records of several modules together. */
function joinRecords(records) {
  return { declared: new Set(records.flatMap((one) => one.declared)), uses: Object.assign({}, ...records.map((one) => one.uses)) };
}

module.exports = { axioms, joinRecords };
