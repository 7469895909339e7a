import { type Expected, expectedOn, type Fault, type ObservedFault, type Runtime } from "../fault.ts";

/** Describes a result, as messages and the titles of tests do. */
export function describeResult({ result, attempts, outcome, executed }: Expected): string {
  return `${result}, ${attempts} attempts, ${outcome ?? "no outcome"}, executed ${executed}`;
}

/** Describes how an observed fault differs from the expected result; returns `undefined` if it does not. */
export function findMismatch(fault: Fault, observed: ObservedFault, runtime: Runtime): string | undefined {
  const expected = expectedOn(fault, runtime);
  const [got, wanted] = [describeResult(observed), describeResult(expected)];
  const expectedProblems = expected.problems ?? [];
  const wrong = [
    ...(got === wanted ? [] : [`expected ${wanted}; got ${got}`]),
    ...observed.problems.filter((problem) => !expectedProblems.includes(problem)),
    ...expectedProblems
      .filter((problem) => !observed.problems.includes(problem))
      .map((problem) => `no longer: ${problem}`),
  ];
  if (wrong.length === 0) return undefined;
  return `${fault.operation ? `${fault.operation}, ` : ""}${fault.name}: ${wrong.join("; ")}${observed.message ? ` (${observed.message})` : ""}`;
}
