import type { SpecResponse } from "@testsigma-tms/codegen";

/** Statuses whose responses have no body in HTTP (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const withoutBody = new Set(["204", "205", "304"]);

/** Returns the content of a response; empty if its status allows no body, even if the documentation shows one. */
export const contentOf = ({ status, content }: SpecResponse): SpecResponse["content"] =>
  withoutBody.has(status) ? [] : content;
