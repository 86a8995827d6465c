// Lean's own frontend, driven command by command through its compiled functions: the parser, the elaborator and the kernel behind it are Lean's.
"use strict";
const { objects } = require("./objects.js");

// Fields of the structures of Lean 4.28 by their places.
const MODULE_HEADER = { objects: 6, isModule: 8 + 4 * 6 + 4 };
const COMMAND_STATE = { environment: 0, messages: 1, scopes: 2, snapshotTasks: 10 };
const SCOPE = { options: 1, namespace: 2, openDeclarations: 3 };
const PARSER_STATE = { position: 0 };
const FRONTEND_STATE = { commandState: 0 };
const TASK_TAG = 252;

/** Lean's frontend over a booted `inside`. */
function frontend(inside) {
  const lean = objects(inside);
  const { call, box, field, keep, constructor } = lean;

  /** Runs the initialisers of Lean's modules. Once, before anything else. */
  function initialise() {
    call.lean_initialize();
    lean.done(call.lean_init_search_path());
    lean.done(call.lean_enable_initializer_execution());
    call.lean_io_mark_end_initialization();
    // A promise needs the task manager. It has no thread: the engine does a task when it is made.
    call.lean_init_task_manager_using(1);
  }

  const noMessages = () => keep(inside.words[call.l_Lean_MessageLog_empty.value >> 2]);

  /** The messages of a `MessageLog` as Lean's own JSON has them, less those that Lean's command line would not print. */
  function messages(log) {
    const made = lean.items(call.l_Lean_MessageLog_toArray(keep(log))).map((one) => {
      return JSON.parse(lean.readString(call.l_Lean_Json_compress(call.l_Lean_Message_toJson(keep(one)))));
    });
    return made.filter((one) => !one.isSilent);
  }

  /**
   * The messages of a `SnapshotTask SnapshotTree` and of all below it. With no thread to run it later, a task is done when it is made (the making of a
   * definition's equations, for one); one that is not would hold messages that are not known.
   */
  function messagesOfTask(snapshotTask) {
    const task = lean.fields(snapshotTask).find((one) => lean.tag(one) === TASK_TAG);
    const tree = task === undefined ? 0 : field(task, 0);
    if (tree === 0) throw new Error("Lean left work in a task, whose messages are not known");
    const [element, children] = lean.fields(tree);
    const [description, diagnostics] = lean.fields(element);
    lean.readString(description); // throws where the structures are not those of Lean 4.28
    const own = messages(field(diagnostics, 0));
    return [...own, ...lean.items(children).flatMap(messagesOfTask)];
  }

  function inputContext(text, fileName) {
    const source = lean.string(text);
    return call.l_Lean_Parser_mkInputContext___redArg(source, lean.string(fileName), 1, box(Buffer.byteLength(text, "utf8")));
  }

  /**
   * Parses and elaborates the commands of `context` from `parserState` on, starting in `commandState`. Gives the state after the last one, all messages, and
   * the byte at which the parser stopped. `adjust` may change a message of the elaborator, given the environment after the command that it is of.
   */
  function elaborate(context, parserState, commandState, adjust = (message) => message) {
    const collected = [];
    for (;;) {
      const scope = field(field(commandState, COMMAND_STATE.scopes), 0);
      const moduleContext = constructor(0, [
        keep(field(commandState, COMMAND_STATE.environment)),
        keep(field(scope, SCOPE.options)),
        keep(field(scope, SCOPE.namespace)),
        keep(field(scope, SCOPE.openDeclarations)),
      ]);
      const start = lean.unbox(field(parserState, PARSER_STATE.position));
      const parsed = call.l_Lean_Parser_parseCommand(keep(context), moduleContext, parserState, noMessages());
      const command = field(parsed, 0);
      parserState = field(field(parsed, 1), 0);
      collected.push(...messages(field(field(parsed, 1), 1)));
      const isLast = call.l_Lean_Parser_isTerminalCommand(keep(command)) !== 0;
      const state = constructor(0, [commandState, keep(parserState), box(start), lean.emptyArray()]);
      const cell = keep(call.lean_st_mk_ref(state));
      lean.done(call.l_Lean_Elab_Frontend_elabCommandAtFrontend(command, keep(context), cell));
      commandState = keep(field(call.lean_st_ref_get(cell), FRONTEND_STATE.commandState));
      const environment = field(commandState, COMMAND_STATE.environment);
      collected.push(...messages(field(commandState, COMMAND_STATE.messages)).map((one) => adjust(one, environment)));
      for (const task of lean.items(field(commandState, COMMAND_STATE.snapshotTasks))) {
        collected.push(...messagesOfTask(task).map((one) => adjust(one, environment)));
      }
      if (isLast) return { commandState, messages: collected, end: lean.unbox(field(parserState, PARSER_STATE.position)) };
    }
  }

  /**
   * Makes `environment` that of a file which is no `module`. This build takes every file for one, whatever its header says; then theorems become private to
   * it and `#print axioms` refuses.
   */
  function leaveModule(environment) {
    const header = call.l_Lean_Environment_header(keep(environment));
    const isExpected = inside.bytes[header + 6] === MODULE_HEADER.objects && inside.bytes[header + MODULE_HEADER.isModule] === 1;
    if (!isExpected) throw new Error("the header of the environment is not of Lean 4.28");
    inside.bytes[header + MODULE_HEADER.isModule] = 0;
  }

  /** Elaborates a whole file with its header, as the module `moduleName`. */
  function elaborateFile(text, fileName, moduleName) {
    const context = inputContext(text, fileName);
    const header = lean.done(call.l_Lean_Parser_parseHeader(keep(context)));
    const parserState = field(field(header, 1), 0);
    const headerMessages = field(field(header, 1), 1);
    const trustNothing = 0;
    const imported = lean.done(
      call.l_Lean_Elab_processHeader(field(header, 0), box(0), headerMessages, keep(context), trustNothing, lean.emptyArray(), 1, lean.name(moduleName)),
    );
    const log = field(imported, 1);
    if (!/^\s*module\b/.test(text)) leaveModule(field(imported, 0));
    const collected = messages(log);
    const done = elaborate(context, parserState, call.l_Lean_Elab_Command_mkState(field(imported, 0), noMessages(), box(0)));
    return { ...done, messages: [...collected, ...done.messages], complete: done.end === Buffer.byteLength(text, "utf8") };
  }

  /** Elaborates commands without a header after `commandState`, which stays as it is only if the memory is put back afterwards. */
  function elaborateCommands(text, fileName, commandState, adjust) {
    const done = elaborate(inputContext(text, fileName), constructor(0, [box(0)], 1), keep(commandState), adjust);
    return { ...done, complete: done.end === Buffer.byteLength(text, "utf8") };
  }

  /** Writes the olean of what was elaborated. */
  function writeModule(commandState, fileName) {
    lean.done(call.l_Lean_writeModule(keep(field(commandState, COMMAND_STATE.environment)), lean.string(fileName)));
  }

  const environmentOf = (commandState) => field(commandState, COMMAND_STATE.environment);

  return { initialise, elaborateFile, elaborateCommands, writeModule, environmentOf };
}

module.exports = { frontend };
