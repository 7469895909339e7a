import { describe, expect, it } from "vitest";
import { isUnsentError } from "../src/transport/is-unsent-error.js";

const withCode = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) });

describe("isUnsentError", () => {
  it.each([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "UND_ERR_CONNECT_TIMEOUT",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "CERT_HAS_EXPIRED",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
  ])("believes Node's %s", (code) => {
    expect(isUnsentError(withCode(code))).toBe(true);
  });

  it.each([
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC",
    "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
  ])("does not believe %s, which may come after the request was executed", (code) => {
    expect(isUnsentError(withCode(code))).toBe(false);
  });

  it("believes a failure of connect itself, whatever its code", () => {
    const cause = Object.assign(new Error(), { code: "EHOSTUNREACH", syscall: "connect" });
    expect(isUnsentError(new TypeError("fetch failed", { cause }))).toBe(true);
  });

  it("believes Bun, which puts the code on the error itself", () => {
    expect(isUnsentError(Object.assign(new Error("Unable to connect"), { code: "ConnectionRefused" }))).toBe(true);
  });

  it("believes Deno, which has words only", () => {
    const cause = new Error("client error (Connect): tcp connect error");
    expect(isUnsentError(new TypeError("error sending request", { cause }))).toBe(true);
    expect(
      isUnsentError(new TypeError("error sending request", { cause: new Error("client error (SendRequest)") })),
    ).toBe(false);
  });

  it("wants the proof for every address that was tried", () => {
    const noConnection = Object.assign(new Error(), { code: "ECONNREFUSED" });
    const reset = Object.assign(new Error(), { code: "ECONNRESET" });
    expect(isUnsentError(new TypeError("", { cause: new AggregateError([noConnection, noConnection]) }))).toBe(true);
    expect(isUnsentError(new TypeError("", { cause: new AggregateError([noConnection, reset]) }))).toBe(false);
  });

  it("takes silence for no proof", () => {
    expect(isUnsentError(new TypeError("Failed to fetch"))).toBe(false);
    expect(isUnsentError({})).toBe(false);
    expect(isUnsentError(Object.assign(new Error("Network connection lost."), { retryable: true }))).toBe(false);
  });
});
