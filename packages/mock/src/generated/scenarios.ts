// Generated from the OpenAPI document by scripts/generate.ts. Do not edit: change the spec and run "pnpm generate".

/** The named response examples of each operation, with their status. */
export const scenarios = {
  "createTestRun": {
    "created": 200,
    "validation_failed": 400,
    "duplicate_title": 400,
    "missing_authorization": 401,
    "invalid_api_key": 401,
    "project_not_found": 404,
    "unprocessable": 422,
    "internal_error": 500,
    "rate_limited": 500
  }
} as const;
