import tab from "@bomb.sh/tab/commander";
import type { Command } from "commander";
import { exitCodes } from "../../verdict/verdict.js";
import { examplesText } from "../program.js";

/** Adds `completion <shell>`, and the hidden `complete` that its script calls. */
export function addCompletion(
  program: Command,
  { isCalled, done }: { isCalled: boolean; done: (exitCode: number) => void },
): void {
  if (isCalled) {
    tab(program, { completionCommandName: "completion" });
    program.hook("postAction", () => done(exitCodes.done));
  } else {
    program.command("completion <shell>").description("print completion for bash, zsh, fish or powershell");
  }
  program.commands
    .find((command) => command.name() === "completion")
    ?.addHelpText("after", examplesText(["completion bash >> ~/.bashrc"]));
}
