import { type Expected, expectedOn, type Fault, type Runtime } from "../fault.ts";
import type { ObservedFault } from "./run-fault.ts";

const show = ({ result, tries, outcome, executed }: Expected): string =>
  `${result}, ${tries} tries, ${outcome ?? "no outcome"}, executed ${executed}`;

/** What is wrong with an observed fault, in words; `undefined` when it is as expected. */
export const findMismatch = (fault: Fault, observed: ObservedFault, runtime: Runtime): string | undefined => {
  const expected = expectedOn(fault, runtime);
  const wanted = expected.problems ?? [];
  const { asksFirst = observed.asked[0] } = expected;
  const wrong = [
    ...(show(observed) === show(expected) ? [] : [`expected ${show(expected)}; got ${show(observed)}`]),
    ...(observed.asked[0] === asksFirst ? [] : [`asked ${observed.asked[0]} first, not ${asksFirst}`]),
    ...observed.problems.filter((problem) => !wanted.includes(problem)),
    ...wanted.filter((problem) => !observed.problems.includes(problem)).map((problem) => `no longer: ${problem}`),
  ];
  if (wrong.length === 0) return undefined;
  return `${fault.name}: ${wrong.join("; ")}${observed.message ? ` (${observed.message})` : ""}`;
};
