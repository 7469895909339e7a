const junitForDotnet =
  'add the package JunitXml.TestLogger and run `dotnet test --logger "junit;LogFilePath=junit.xml"`';

/** Root elements of other formats, and how to get JUnit XML instead. */
const others: Readonly<Record<string, string>> = {
  TestRun: `this is TRX of .NET: ${junitForDotnet}, or convert it with trx2junit`,
  "test-run": `this is NUnit 3: ${junitForDotnet}, or convert it with nunit-console --result "junit.xml;transform=nunit3-junit.xslt"`,
  "test-results": "this is NUnit 2: convert it with nunit-transforms (nunit2-junit.xslt)",
  assemblies: `this is xUnit.net: run its runner with -junit junit.xml, or ${junitForDotnet}`,
  assembly: `this is xUnit.net: run its runner with -junit junit.xml, or ${junitForDotnet}`,
  robot: "this is Robot Framework: write JUnit XML with robot --xunit junit.xml",
  "testng-results": "this is TestNG: report its folder junitreports instead",
  coverage: "this is a coverage report",
  report: "this is a coverage report of JaCoCo",
  checkstyle: "this is a report of a linter",
};

/** Describes an unexpected root element and the expected ones. */
export function nameOfRoot(name: string): string {
  const other = Object.hasOwn(others, name) ? `; ${others[name]}` : "";
  return `expected <testsuites> or <testsuite> (JUnit XML), got <${name}>${other}`;
}
