export type { OperationId } from "./api.js";
export { prefer } from "./choose/prefer.js";
export type { ScenarioName, ScenarioSequences } from "./choose/scenario-types.js";
export { createMockFetch, type MockFetch } from "./fetch/create-mock-fetch.js";
export type { MockControls } from "./mock/create-mock.js";
export type { RecordedRequest } from "./mock/journal.js";
export type { MockOptions, ServerOptions } from "./options/options.js";
export { type MockServer, startMock } from "./server/start-mock.js";
export type { StateOptions } from "./store/state-options.js";
