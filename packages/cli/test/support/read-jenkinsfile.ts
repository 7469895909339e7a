import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

await Parser.init();
const parser = new Parser();
const grammar = createRequire(import.meta.url).resolve("tree-sitter-groovy/tree-sitter-groovy.wasm");
parser.setLanguage(await Language.load(grammar));

/**
 * Reads a declarative Jenkinsfile: the commands of its `sh` steps, and the plain strings of its `environment`.
 *
 * @throws {Error} if the text is not Groovy
 */
export function readJenkinsfile(recipe: string): { commands: string[]; environment: Record<string, string> } {
  const root = parser.parse(recipe)?.rootNode;
  if (!root || root.hasError) throw new Error(`Not Groovy: ${recipe}`);
  const steps = root.descendantsOfType("juxt_function_call").filter((call) => nameOf(call) === "sh");
  const assignments = root.descendantsOfType("assignment_expression").flatMap((assignment) => {
    const value = assignment?.childForFieldName("right");
    return value?.type === "character_literal" ? [[assignment?.childForFieldName("left")?.text, textOf(value)]] : [];
  });
  return {
    commands: steps.map((step) => textOf(step?.childForFieldName("args")?.firstNamedChild)),
    environment: Object.fromEntries(assignments),
  };
}

const nameOf = (call: Node | null) => call?.childForFieldName("name")?.text;

/** Returns the text in Groovy's single quotes, which the grammar takes for a character. */
const textOf = (literal: Node | null | undefined) => literal?.text.slice(1, -1) ?? "";
