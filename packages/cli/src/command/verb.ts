import type { Command } from "commander";
import type { SettingName, Settings } from "../settings/definitions.js";
import type { CommandIo } from "./command-io.js";

/** A verb of the command line: how it is called, and what it does. */
export interface Verb {
  /** Name and arguments, such as `resume <plan>`. */
  readonly usage: string;
  readonly description: string;
  readonly settings: readonly SettingName[];
  /** Lines of help, without the command's name. */
  readonly examples: readonly string[];
  /** Adds options that are no settings. */
  readonly addOptions?: (command: Command) => void;
  /** Returns the exit code. */
  run(call: VerbCall, io: CommandIo): Promise<number>;
}

/** What a verb was called with. */
export interface VerbCall {
  readonly settings: Settings;
  readonly args: readonly string[];
  /** Options that are no settings. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What follows `--`. */
  readonly testCommand: readonly string[];
}

/** The settings that say where the service and the project are. */
export const connectionSettings: readonly SettingName[] = ["project", "baseUrl"];

/** The settings of a run that may have to be created. */
export const newRunSettings: readonly SettingName[] = ["title", "plan", "label", "cases", "ifExists", "uniqueTitles"];
