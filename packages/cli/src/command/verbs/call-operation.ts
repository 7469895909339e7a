import { appendFile, readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { type CallOptions, paginate, type TestsigmaClient } from "@testsigma-tms/client";
import { Option } from "commander";
import { UsageError } from "../../errors/usage-error.js";
import { findProject } from "../../find/find-project.js";
import { createService } from "../../service/service.js";
import type { Settings } from "../../settings/definitions.js";
import { exitCodes } from "../../verdict/verdict.js";
import type { ApiOperation } from "../api-operation.js";
import type { CommandIo } from "../command-io.js";
import { connectClient } from "../connect.js";

type Method = (input: object, options?: CallOptions) => Promise<{ data: unknown[] }>;

/** Runs `testsigma-tms api <operationId>`: calls the operation and prints its response as JSON. */
export async function callOperation(
  operation: ApiOperation,
  flags: Readonly<Record<string, unknown>>,
  settings: Settings,
  io: CommandIo,
): Promise<number> {
  if (operation.isDelete && !flags.yes)
    throw new UsageError(`${operation.id} deletes for good; say so with --yes. Nothing was sent`);
  if (typeof flags.output === "string") await checkWritable(flags.output, io);
  const client = connectClient(io, settings);
  const input = { ...(await readInput(flags.input, io)), ...(await readFlags(operation, flags, io)) };
  const needsProject = operation.properties.some(({ name }) => name === "project_id") && !("project_id" in input);
  const projectId = needsProject ? (await findProject(createService(client), settings.project)).id : undefined;
  const whole = projectId ? { project_id: projectId, ...input } : input;
  const method = methodOf(client, operation.id);
  const { signal } = io;
  const response = flags.all ? await listAll(method, whole, signal) : await method(whole, { signal });
  if (response !== undefined) await writeResponse(response, flags.output, io);
  return exitCodes.done;
}

/** Makes sure that a response can be saved, because it is too late after a create. */
async function checkWritable(file: string, { cwd }: CommandIo): Promise<void> {
  await appendFile(resolve(cwd, file), "").catch((cause: Error) => {
    throw new UsageError(`--output ${file} cannot be written: ${cause.message}; nothing was sent`);
  });
}

/** Prints or saves a response: a text and a file as they are, and anything else as JSON. */
async function writeResponse(response: unknown, file: unknown, { cwd, writeOut }: CommandIo): Promise<void> {
  const isJson = typeof response !== "string" && !(response instanceof Blob);
  const content = isJson ? `${JSON.stringify(response, undefined, 2)}\n` : response;
  if (typeof file === "string") {
    const bytes = content instanceof Blob ? Buffer.from(await content.arrayBuffer()) : content;
    await writeFile(resolve(cwd, file), bytes);
  } else if (content instanceof Blob)
    throw new UsageError("the response is a file: say where to save it with --output");
  else writeOut(content);
}

async function listAll(method: Method, input: object, signal: AbortSignal): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of paginate(method, input, { signal })) items.push(item);
  return items;
}

/** Returns the client method of an operation. It exists, because the operations and the client come from one spec. */
function methodOf(client: TestsigmaClient, id: string): Method {
  return Reflect.get(client, id);
}

async function readInput(file: unknown, { cwd }: CommandIo): Promise<object> {
  if (typeof file !== "string") return {};
  const source =
    file === "-"
      ? await text(process.stdin)
      : await readFile(resolve(cwd, file), "utf8").catch((cause: Error) => {
          throw new UsageError(`--input ${file} cannot be read: ${cause.message}`);
        });
  const input = parseJson("--input", source);
  if (input !== null && typeof input === "object" && !Array.isArray(input)) return input;
  throw new UsageError(`--input ${file}: expected a JSON object`);
}

async function readFlags({ properties }: ApiOperation, flags: Readonly<Record<string, unknown>>, io: CommandIo) {
  const input: Record<string, unknown> = {};
  const headers: Record<string, unknown> = {};
  for (const { name, kind, isHeader } of properties) {
    // A flag with a hyphen, such as that of a header, is stored in camel case.
    const value = flags[new Option(`--${name}`).attributeName()];
    if (typeof value !== "string") continue;
    const place = isHeader ? headers : input;
    if (kind === "file") place[name] = await readFlagFile(name, value, io);
    else place[name] = kind === "json" ? parseJson(`--${name}`, value) : value;
  }
  return Object.keys(headers).length > 0 ? { ...input, headers } : input;
}

async function readFlagFile(name: string, file: string, { cwd }: CommandIo): Promise<File> {
  try {
    return new File([await readFile(resolve(cwd, file))], basename(file));
  } catch (cause) {
    throw new UsageError(`--${name} ${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function parseJson(source: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${source}: given ${json.slice(0, 60)}, expected JSON such as 25, true or ["a","b"]`);
  }
}
