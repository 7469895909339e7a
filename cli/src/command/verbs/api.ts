import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { operations } from "virtual:operations";
import { type CallOptions, paginate } from "@testsigma-tms/client";
import { UsageError } from "../../errors.js";
import { findProject } from "../../find/find-by-name.js";
import { arrayOf } from "../../find/list-all.js";
import { didYouMean, oneLine, shortened } from "../../text/plain-text.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { connect } from "../connect.js";
import type { Verb } from "../verb.js";

type Method = (input: object, options?: CallOptions) => Promise<{ data: unknown[] }>;

/** `testsigma-tms api`: calls any operation of the API and prints its response as JSON. */
export const apiVerb: Verb = {
  usage: "api <operationId> [properties...]",
  summary: "call any operation of the API",
  description:
    "Calls any operation and prints its response. Pass the properties of its input as name=text, name:=json or name@file; --help after an operation lists them. A project_id may be a name or prefix.",
  settings: { Options: ["baseUrl", "timeout", "verbose"] },
  examples: [
    "api listTestRuns project_id=DEMO page_size:=50",
    "api getTestRun project_id=DEMO test_run_id=DEMO-R-7",
    "api createTestCase project_id=DEMO --input case.json",
    "api importJunitReport --help",
  ],
  addOptions(command) {
    command.option("--input <file>", "JSON object of further properties, - for standard input");
    command.option("--all", "all pages of a list, as one");
    command.option("--yes", "confirm a delete");
    command.addHelpText("before", () => operationHelp(command.args[0]));
  },
  async run({ settings, args: [id = "", ...properties], options }, io) {
    const client = connect(io, settings);
    const methods = new Map<string, Method>(Object.entries(client));
    const method = methods.get(id);
    if (!method) {
      const names = [...methods.keys()];
      throw new UsageError(`no operation ${id}${didYouMean(id, names) || `; known operations: ${names.join(", ")}`}`);
    }
    if (operations[id]?.isDelete && !options.yes) {
      throw new UsageError(`${id} deletes permanently; confirm with --yes. Nothing was sent`);
    }
    const entries = await Promise.all(properties.map((property) => readProperty(property, io)));
    const input = { ...(await readInput(options.input, io)), ...Object.fromEntries(entries) };
    if (typeof input.project_id === "string") input.project_id = (await findProject(client, input.project_id)).id;
    const response = options.all ? await arrayOf(paginate(method, input)) : await method(input);
    if (response !== undefined) io.writeOut(`${JSON.stringify(response, undefined, 2)}\n`);
    return exitCodes.done;
  },
};

/** Returns the properties of an operation, or the known operations. */
function operationHelp(id: string | undefined): string {
  const operation = id === undefined ? undefined : operations[id];
  if (!operation) return "";
  const width = Math.max(...operation.properties.map(([name]) => name.length));
  const lines = operation.properties.map(([name, values, isRequired]) => {
    return `  ${name.padEnd(width)}  ${values}${isRequired ? " (required)" : ""}\n`;
  });
  return `${id}: ${operation.summary}\n\nProperties:\n${lines.join("") || "  none\n"}`;
}

async function readProperty(property: string, io: CommandIo): Promise<[name: string, value: unknown]> {
  const [, name = "", kind, value = ""] = /^(\w+)(:?=|@)(.*)$/s.exec(property) ?? [];
  if (kind === "=") return [name, value];
  if (kind === ":=") return [name, parseJson(name, value)];
  if (kind === "@") return [name, new File([await read(value, io)], basename(value))];
  throw new UsageError(`${property}: expected name=text, name:=json or name@file; nothing was sent`);
}

async function readInput(file: unknown, io: CommandIo): Promise<Record<string, unknown>> {
  if (typeof file !== "string") return {};
  const json = file === "-" ? await text(io.stdin) : String(await read(file, io));
  const input = parseJson("--input", io.hideKey(json));
  if (input !== null && typeof input === "object" && !Array.isArray(input)) return { ...input };
  throw new UsageError(`--input ${file}: expected a JSON object; nothing was sent`);
}

function read(file: string, { cwd }: CommandIo): Promise<Buffer<ArrayBuffer>> {
  return readFile(resolve(cwd, file)).catch((cause: Error) => {
    throw new UsageError(`cannot read ${file}: ${cause.message}; nothing was sent`);
  });
}

function parseJson(source: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(
      `${source}: expected JSON such as 25, true or ["a","b"], got ${shortened(oneLine(json), 60)}; nothing was sent`,
    );
  }
}
