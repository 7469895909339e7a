/** A command of a Jenkinsfile, and whether the step sees the API key. */
export interface JenkinsCommand {
  readonly command: string;
  readonly hasKey: boolean;
}

/**
 * Reads a declarative Jenkinsfile: the commands of its `sh` steps, with those of a function `report` once for each call
 * of it, and the plain strings of its `environment`.
 */
export function readJenkinsfile(recipe: string): { commands: JenkinsCommand[]; environment: Record<string, string> } {
  const code = recipe.replace(/^\s*\/\/.*$/gm, "");
  const [, body = ""] = /^def report\(String options\) \{\n(.*?)^\}$/ms.exec(code) ?? [];
  const calls = Array.from(code.matchAll(/\breport\('([^'\n]*)'\)/g), ([, options = ""]) => options);
  const rest = code.replace(body, "");
  const commands = [...calls.flatMap((options) => commandsOf(body, options)), ...commandsOf(rest)];
  const pairs = Array.from(code.matchAll(/^\s*(\w+) = '([^'\n]*)'$/gm), ([, name = "", value = ""]) => [name, value]);
  return { commands, environment: Object.fromEntries(pairs) };
}

function commandsOf(code: string, options = ""): JenkinsCommand[] {
  return Array.from(code.matchAll(/\bsh '([^'\n]*)'( \+ options)?/g), ([step, command = "", hasOptions]) => ({
    command: hasOptions ? command + options : command,
    hasKey: /withCredentials\([^{]*\{[^}]*$/.test(code.slice(0, code.indexOf(step))),
  }));
}
