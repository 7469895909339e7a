import type { ErrorMembers, TestsigmaError } from "./testsigma-error.js";
import type { FailureKind } from "../transport/retry-policy.js";

export type ErrorClass = new (message: string, members: ErrorMembers) => TestsigmaError;

/**
 * Makes the error of an attempt: where a failure is found, its kind is known, but not which call and attempt it belongs
 * to, nor the secret that must not be in it.
 */
export type Fail = (kind: FailureKind, Class: ErrorClass, message: string, members?: object) => TestsigmaError;
