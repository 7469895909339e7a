import { type Command, Option } from "commander";
import { apiOperations } from "../../generated/operations.js";
import type { CommandIo } from "../command-io.js";
import { addSettingOptions } from "../setting-options.js";
import type { ApiOperation, ApiProperty } from "./api-operation.js";

/** Adds `api <operationId>`, with a verb for every operation of the API. */
export function addApi(program: Command, io: CommandIo, done: (exitCode: number) => void): void {
  const api = program.command("api").description("call any operation of the API, and print its response as JSON");
  for (const operation of apiOperations) {
    const verb = api.command(operation.id).description(operation.summary).helpGroup(`${operation.tag}:`);
    for (const property of operation.properties) verb.addOption(optionOf(property));
    addSettingOptions(verb, hasProject(operation) ? ["project", "baseUrl"] : ["baseUrl"]);
    verb.option("--input <file>", "JSON object of the input, - for standard input; flags win over it");
    if (operation.isPaged) verb.option("--all", "all pages, as one list");
    if (operation.isDelete) verb.option("--yes", "really delete");
    verb.addHelpText("after", `\nExample:\n  $ testsigma-tms api ${operation.id}${example(operation)}`);
    verb.action(async (flags: Record<string, unknown>, command: Command) => {
      const [{ callOperation }, { settingsOf }] = await Promise.all([
        import("./call-operation.js"),
        import("../settings-of.js"),
      ]);
      done(await callOperation(operation, flags, await settingsOf(command, io), io));
    });
  }
}

function optionOf({ name, kind, isRequired, description }: ApiProperty): Option {
  const placeholder = kind === "json" ? "<json>" : kind === "file" ? "<file>" : "<text>";
  return new Option(`--${name} ${placeholder}`, `${description}${isRequired ? " Required." : ""}`);
}

function hasProject({ properties }: ApiOperation): boolean {
  return properties.some(({ name }) => name === "project_id");
}

function example({ properties, isDelete }: ApiOperation): string {
  const required = properties.filter(({ isRequired, name }) => isRequired && name !== "project_id");
  const flags = required.map(
    ({ name, kind }) => ` --${name} ${kind === "json" ? "'[…]'" : kind === "file" ? "junit.xml" : "…"}`,
  );
  const project = properties.some(({ name }) => name === "project_id") ? " --project DEMO" : "";
  return `${project}${flags.join("")}${isDelete ? " --yes" : ""}`;
}
