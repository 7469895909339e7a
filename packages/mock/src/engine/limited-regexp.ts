import { type Context, createContext, Script } from "node:vm";

/** How long a pattern may look at one text, in milliseconds: far more than a sound one takes on a busy machine. */
const limitMs = 2_000;
/** Shorter texts are over soon, whatever the pattern. */
const harmlessLength = 20;

const script = new Script("new RegExp(pattern, flags).test(text)");
/** Made when it is first used, because that takes longer than most checks. */
let context: Context | undefined;

/** A pattern of a document, which Ajv calls instead of a RegExp: one that backtracks without end throws. */
export function limitedRegExp(pattern: string, flags: string): { test(text: string): boolean } {
  const regExp = compile(pattern, flags);
  const repeats = (pattern.match(/[*+{]/g) ?? []).length;
  if (repeats < 2) return regExp;
  return {
    test(text) {
      if (text.length <= harmlessLength) return regExp.test(text);
      context ??= createContext();
      Object.assign(context, { pattern, flags: regExp.flags, text });
      try {
        return script.runInContext(context, { timeout: limitMs }) === true;
      } catch (cause) {
        throw new Error(`The pattern ${pattern} takes too long on a text of ${text.length} characters.`, { cause });
      }
    },
  };
}
// Ajv prints this where it generates code.
limitedRegExp.code = "limitedRegExp";

/** Many documents have patterns that are invalid with the flag `u`. */
function compile(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern, flags.replace("u", ""));
  }
}
