import { startMock } from "@testsigma-tms/mock";

// One mock serves all test files, which share a process, and ends with it.
export const mock = await startMock();
