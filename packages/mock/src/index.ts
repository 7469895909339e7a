export { createMockFetch, type MockFetch } from "./create-mock-fetch.js";
export type { RecordedRequest } from "./journal.js";
export type { MockControls } from "./mock-controls.js";
export type { MockOptions, ServerOptions } from "./options.js";
export { prefer } from "./prefer.js";
export type { OperationId, ScenarioName, ScenarioSequences } from "./scenario-types.js";
export { type OpenApiDocument, SpecError, type SpecSource } from "./spec-source.js";
export { type MockServer, startMock } from "./start-mock.js";
