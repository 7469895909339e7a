/** A difference between Prism and the mock, a row of the table in the mock's README. */
export interface PrismDifference {
  about: string;
  prism: string;
  mock: string;
  /** The tests of the suite that fail on Prism because of it, by their full names, and how. */
  failure?: { tests: RegExp; error: RegExp };
}

/** All differences of `prism mock` on this spec. */
export const prismDifferences: PrismDifference[] = [
  {
    about: "Base path",
    prism: "none: `/projects`",
    mock: "that of the service: `/api/v1/projects`",
  },
  {
    about: "Path or method that the spec lacks",
    prism: "404 or 405 as `application/problem+json`, without `Allow`",
    mock: "404 or 405 as `application/json`, with `Allow`",
    failure: {
      tests: /(^|> )\/\S+ > rejects [A-Z]+, and says what it allows$/,
      error: /^Allow: expected undefined /,
    },
  },
  {
    about: "Trailing slash",
    prism: "an empty identifier: 422, or 405",
    mock: "404",
  },
  {
    about: "`HEAD` and `OPTIONS`",
    prism: "405",
    mock: "`HEAD` is a `GET` without body, `OPTIONS` is 204",
  },
  {
    about: "`Prefer: example=` alone",
    prism: "404, unless it is an example of the success",
    mock: "any example of the operation, with its status",
  },
  {
    about: "`Prefer` with an unknown example, status or name",
    prism: "404, 422 or 500; unknown names are ignored",
    mock: "400, with the known ones",
  },
  {
    about: "`Prefer: dynamic=`",
    prism: "random data; reports when that breaks the spec",
    mock: "400",
  },
  {
    about: "`__code`, `__example` and `__dynamic` in the query",
    prism: "do what `Prefer` does",
    mock: "unknown parameters",
  },
  {
    about: "Scheme `bearer` in another case",
    prism: "401",
    mock: "accepted, as RFC 9110 says",
  },
  {
    about: "The key `invalid`",
    prism: "accepts every key",
    mock: "401, so that a test can see a rejected key",
    failure: {
      tests: /(^|> )throws an AuthenticationError for a key that is rejected$/,
      error: /^Expected a failure; it resolved to /,
    },
  },
  {
    about: "`page_size` and `page_info.next`",
    prism: "every page is the documented one, whose `next` may lead to itself",
    mock: "cuts the documented list into pages, and ends",
    failure: {
      tests: /(^|> )(listTestPlans|listTestPlanRuns|listStepGroups|listProjects) > pages to an end$/,
      error: /^\w+: the same page/,
    },
  },
  {
    about: "Empty value of a number in the query",
    prism: "accepted",
    mock: "422",
  },
  {
    about: "`Accept` without JSON",
    prism: "406",
    mock: "ignored",
  },
  {
    about: "Media type of a body: another, none, or any where the operation has no body",
    prism: "422",
    mock: "415",
  },
  {
    about: "`Content-Type: application/…+json`",
    prism: "accepted",
    mock: "415",
  },
  {
    about: "`Content-Encoding`",
    prism: "ignored",
    mock: "415",
  },
  {
    about: "Invalid JSON, or JSON with a byte order mark",
    prism: "no response",
    mock: "400; a mark is accepted",
  },
  {
    about: "Malformed escape in the path, such as `%E0`",
    prism: "ends the server",
    mock: "400",
  },
  {
    about: "Body that names another project or thing than the path",
    prism: "accepted",
    mock: "422, because the service takes the identifiers of the path",
    failure: {
      tests:
        /(^|> )(createTestRun|updateTestRun|createTestCase|updateTestCase) > rejects every request that breaks the spec$/,
      error: /It breaks the spec, but got 20\d\./,
    },
  },
  {
    about: "JSON body `null`, `false`, `0` or an empty text",
    prism: "422, as if there were no body",
    mock: "422 for the wrong type",
  },
  {
    about: "204",
    prism: "with `Content-Type: application/json`",
    mock: "without",
  },
  {
    about: "Header `sl-violations` of a 401, 415 or response",
    prism: "present",
    mock: "only for violations of a request",
  },
];

/** Returns the difference that makes a test fail on Prism; `undefined` if the test must pass. */
export const prismDifference = (testName: string): PrismDifference | undefined =>
  prismDifferences.find(({ failure }) => failure?.tests.test(testName));

interface TestError {
  message: string;
  /** The error of a property in fast-check. */
  cause?: { message?: string };
}

/** Throws unless a test has errors, and each of them is that of the difference. */
export function assertFailure({ about, failure }: PrismDifference, errors: readonly TestError[]): void {
  const isNamed = ({ message, cause }: TestError) => failure?.error.test(`${message}\n${cause?.message}`);
  if (errors.length > 0 && errors.every(isNamed)) return;
  const outcome = errors.length === 0 ? "passes" : "fails for another reason";
  throw new Error(
    `On Prism, this test should fail because of "${about}", but it ${outcome}. See prism-differences.ts.`,
  );
}
