/** What Prism and the mock do differently on this spec: the table in the mock's README. */
export const prismDifferences: [about: string, prism: string, mock: string][] = [
  ["Base path", "none: `/projects`", "that of the service: `/api/v1/projects`"],
  [
    "Path or method that the spec lacks",
    "404 or 405 as `application/problem+json`, without `Allow`",
    "404 or 405 as `application/json`, with `Allow`",
  ],
  ["Trailing slash", "an empty identifier: 422, or 405", "404"],
  ["`HEAD` and `OPTIONS`", "405", "`HEAD` is a `GET` without body, `OPTIONS` is 204"],
  [
    "`Prefer: example=` alone",
    "404, unless it is an example of the success",
    "any example of the operation, with its status",
  ],
  [
    "`Prefer` with an unknown example, status or name",
    "404, 422 or 500; unknown names are ignored",
    "400, with the known ones",
  ],
  ["`Prefer: dynamic=`", "random data; reports when that breaks the spec", "400"],
  ["`__code`, `__example` and `__dynamic` in the query", "do what `Prefer` does", "unknown parameters"],
  ["Scheme `bearer` in another case", "401", "accepted, as RFC 9110 says"],
  ["The key `invalid`", "accepts every key", "401, so that a test can see a rejected key"],
  [
    "`page_size` and `page_info.next`",
    "every page is the documented one, whose `next` may lead to itself",
    "cuts the documented list into pages, and ends",
  ],
  ["Empty value of a number in the query", "accepted", "422"],
  ["`Accept` without JSON", "406", "ignored"],
  ["Media type of a body: another, none, or any where the operation has no body", "422", "415"],
  ["`Content-Type: application/…+json`", "accepted", "415"],
  ["`Content-Encoding`", "ignored", "415"],
  ["Invalid JSON, or JSON with a byte order mark", "no response", "400; a mark is accepted"],
  ["Malformed escape in the path, such as `%E0`", "ends the server", "400"],
  [
    "Body that names another project or thing than the path",
    "accepted",
    "422, because the service takes the identifiers of the path",
  ],
  ["JSON body `null`, `false`, `0` or an empty text", "422, as if there were no body", "422 for the wrong type"],
  ["204", "with `Content-Type: application/json`", "without"],
  ["Header `sl-violations` of a 401, 415 or response", "present", "only for violations of a request"],
];

/** The tests of the suite that fail on Prism because of a difference, by their full names, and how. */
export const failures: { about: string; tests: RegExp; error: RegExp }[] = [
  {
    about: "Path or method that the spec lacks",
    tests: /(^|> )\/\S+ > rejects [A-Z]+, and says what it allows$/,
    error: /^Allow: expected undefined /,
  },
  {
    about: "`page_size` and `page_info.next`",
    tests: /(^|> )(listTestPlans|listTestPlanRuns|listStepGroups|listProjects) > pages to an end$/,
    error: /^\w+: the service returned the same page twice/,
  },
  {
    about: "The key `invalid`",
    tests: /(^|> )throws an AuthenticationError for a key that is rejected$/,
    error: /^Expected a failure; it resolved to /,
  },
  {
    about: "Body that names another project or thing than the path",
    tests:
      /(^|> )(createTestRun|updateTestRun|createTestCase|updateTestCase) > rejects every request that breaks the spec$/,
    error: /It breaks the spec, but got 20\d\./,
  },
];

/** Returns the check of a test that must fail on Prism; `undefined` if the test must pass. */
export function expectedFailure(testName: string): ((errors: readonly TestError[]) => void) | undefined {
  const failure = failures.find(({ tests }) => tests.test(testName));
  if (!failure) return undefined;
  return (errors) => {
    const isNamed = ({ message, cause }: TestError) => failure.error.test(`${message}\n${cause?.message}`);
    if (errors.length > 0 && errors.every(isNamed)) return;
    const outcome = errors.length === 0 ? "passes" : "fails for another reason";
    throw new Error(
      `On Prism, this test should fail because of "${failure.about}", but it ${outcome}. See prism-differences.ts.`,
    );
  };
}

interface TestError {
  message: string;
  /** The error of a property in fast-check. */
  cause?: { message?: string };
}
