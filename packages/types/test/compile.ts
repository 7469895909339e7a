import { fileURLToPath } from "node:url";
import ts from "typescript";

// The compiler uses slashes in paths on Windows too.
const root = fileURLToPath(new URL("../", import.meta.url)).replaceAll("\\", "/");

/** Type-checks sources in memory, given by their path in the package, together with the files that they import. */
export function compile(sources: Record<string, string>, options: ts.CompilerOptions = {}) {
  const allOptions: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ["lib.es2022.d.ts"],
    types: [],
    ...options,
  };
  const host = ts.createCompilerHost(allOptions);
  const { readFile, fileExists } = host;
  const inMemory = new Map(Object.entries(sources).map(([path, source]) => [root + path, source]));
  host.readFile = (path) => inMemory.get(path) ?? readFile(path);
  host.fileExists = (path) => inMemory.has(path) || fileExists(path);
  host.getSourceFile = (path, version) => {
    const source = host.readFile(path);
    return source === undefined ? undefined : ts.createSourceFile(path, source, version);
  };

  const program = ts.createProgram([...inMemory.keys()], allOptions, host);
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  return { errors, instantiations: program.getInstantiationCount() };
}
