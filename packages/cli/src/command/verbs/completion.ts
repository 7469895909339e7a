import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { exitCodes } from "../../verdict/verdict.js";
import type { CommandIo } from "../command-io.js";
import { examplesText } from "../program.js";

/** Adds `completion <shell>`, and the hidden `complete` that its script calls. */
export function addCompletion(
  program: Command,
  { isCalled, done }: { io: CommandIo; isCalled: boolean; done: (exitCode: number) => void },
): void {
  if (isCalled) {
    tab(program, { completionCommandName: "completion" });
    program.hook("postAction", () => done(exitCodes.done));
    return;
  }
  program
    .command("completion <shell>")
    .description("print a completion script for bash, zsh, fish or powershell")
    .addHelpText("after", examplesText(["completion bash > ~/.local/share/bash-completion/completions/testsigma-tms"]));
}
