import openapi from "@testsigma-tms/spec/openapi.json" with { type: "json" };

export const version: string = openapi.openapi;
// @ts-expect-error: no such member
export const missing = openapi.swagger;
