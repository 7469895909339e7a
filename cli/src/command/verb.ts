import type { Command } from "commander";
import type { SettingName, Settings } from "../settings/settings.js";
import type { CommandIo } from "./command-io.js";

export interface Verb {
  /** Name and arguments, such as `status <run>`. */
  readonly usage: string;
  readonly summary: string;
  /** @default the summary */
  readonly description?: string;
  /** The settings that are its options, by the heading in help. */
  readonly settings: Readonly<Record<string, readonly SettingName[]>>;
  /** Example calls that help shows, without the command's name. */
  readonly examples: readonly string[];
  readonly addOptions?: (command: Command) => void;
  /** False if `run` itself takes care of `--timeout`. @default true */
  readonly isBounded?: boolean;
  /** Returns the exit code. */
  run(call: VerbCall, io: CommandIo): Promise<number>;
}

/** The settings, arguments and options of a call. */
export interface VerbCall {
  readonly settings: Settings;
  readonly args: readonly string[];
  /** Options that are not settings. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The test command: everything after `--`. */
  readonly testCommand: readonly string[];
}

/** Returns the options of a verb that sends requests for a project. */
export function projectSettings(...more: SettingName[]): Verb["settings"] {
  return { Options: ["project", ...more, "baseUrl", "timeout", "verbose"] };
}
