export type { MockControls } from "./create-mock.js";
export { createMockFetch, type MockFetch } from "./create-mock-fetch.js";
export type { MockOptions, ServerOptions } from "./options/options.js";
export type { RecordedRequest } from "./request/journal.js";
export { prefer } from "./scenarios/prefer.js";
export type { OperationId, ScenarioName, ScenarioSequences } from "./scenarios/scenario-types.js";
export { type MockServer, startMock } from "./start-mock.js";
export type { StateOptions } from "./store/state-options.js";
