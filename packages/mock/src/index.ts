export type { OperationId } from "./api.js";
export { prefer, type ScenarioName, type ScenarioSequences } from "./choose/scenarios.js";
export { createMockFetch, type MockFetch } from "./doors/create-mock-fetch.js";
export { type MockServer, startMock } from "./doors/start-mock.js";
export type { MockControls } from "./mock/create-mock.js";
export type { RecordedRequest } from "./mock/journal.js";
export type { MockOptions, ServerOptions } from "./mock/options.js";
export type { StateOptions } from "./store/state-options.js";
