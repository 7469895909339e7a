// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

import type { CodedError, DetailedError, MessageError } from "./openapi.js";

/** The documented JSON bodies of each failing status, over all operations. */
export interface ErrorBodies {
    400: DetailedError | MessageError;
    401: CodedError;
    404: CodedError | DetailedError;
    422: DetailedError;
    500: MessageError;
}
