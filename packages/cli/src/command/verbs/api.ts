import { type Command, Option } from "commander";
import { apiOperations } from "../../generated/operations.js";
import type { SettingName } from "../../settings/definitions.js";
import type { ApiOperation, ApiProperty } from "../api-operation.js";
import type { CommandIo } from "../command-io.js";
import { inTime } from "../connect.js";
import { examplesText } from "../program.js";
import { addSettingOptions, callSettings } from "../setting-options.js";
import { callOperation } from "./call-operation.js";

/** Adds `api <operationId>`, with a verb for every operation of the API. */
export function addApi(
  program: Command,
  call: { io: CommandIo; done: (exitCode: number) => void; withOperations: boolean },
): void {
  const api = program
    .command(call.withOperations ? "api" : "api <operationId>")
    .description("call any operation of the API, and print its response as JSON")
    .addHelpText(
      "after",
      examplesText(["api listTestRuns --project DEMO", "api getTestCase --project DEMO --test_case_id DEMO-12"]),
    );
  if (call.withOperations) for (const operation of apiOperations) addOperation(api, operation, call);
}

function addOperation(
  api: Command,
  operation: ApiOperation,
  { io, done }: { io: CommandIo; done: (exitCode: number) => void },
): void {
  const verb = api.command(operation.id).description(operation.summary).helpGroup(`${operation.tag}:`);
  for (const property of operation.properties) verb.addOption(optionOf(property));
  const hasProject = operation.properties.some(({ name }) => name === "project_id");
  const settingNames: SettingName[] = [...(hasProject ? ["project" as const] : []), "baseUrl", "timeout", "verbose"];
  addSettingOptions(verb, settingNames);
  verb.option("--input <file>", "JSON object of the input, - for standard input; flags win over it");
  verb.option("--output <file>", "save the response instead of printing it");
  if (operation.isPaged) verb.option("--all", "all pages, as one list");
  if (operation.isDelete) verb.option("--yes", "really delete");
  verb.addHelpText("after", examplesText([`api ${operation.id}${example(operation)}`]));
  verb.action(async (options: Record<string, unknown>) => {
    const settings = await callSettings(verb, settingNames, io);
    done(await inTime(io, settings.timeout, (bounded) => callOperation(operation, options, settings, bounded)));
  });
}

function optionOf({ name, kind, isRequired, description }: ApiProperty): Option {
  const placeholder = kind === "json" ? "<json>" : kind === "file" ? "<file>" : "<text>";
  const note = name === "project_id" ? " Or use --project." : isRequired ? " Required." : "";
  return new Option(`--${name} ${placeholder}`, `${description}${note}`);
}

function example({ properties, isDelete }: ApiOperation): string {
  const required = properties.filter(({ isRequired, name }) => isRequired && name !== "project_id");
  const flags = required.map(
    ({ name, kind }) => ` --${name} ${kind === "json" ? "'[…]'" : kind === "file" ? "junit.xml" : "…"}`,
  );
  const project = properties.some(({ name }) => name === "project_id") ? " --project DEMO" : "";
  return `${project}${flags.join("")}${isDelete ? " --yes" : ""}`;
}
