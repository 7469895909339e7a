import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** Reads a command's options; prints the help and exits on `--help` (0) or a mistake (2). */
export const readCommand = <T extends ParseArgsOptionsConfig>(help: string, options: T) => {
  const fail = (message: string): never => {
    console.error(`${message}\n\n${help}`);
    process.exit(2);
  };
  const read = () => {
    try {
      return parseArgs({ options: { ...options, help: { type: "boolean" } }, strict: true }).values;
    } catch (error) {
      return fail((error as Error).message);
    }
  };
  const values = read();
  if ("help" in values && values.help) {
    console.log(help);
    process.exit(0);
  }
  return { values: values as ReturnType<typeof parseArgs<{ options: T }>>["values"], fail };
};
