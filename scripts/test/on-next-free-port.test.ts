import { expect, it } from "vitest";
import { onNextFreePort } from "../src/start/on-next-free-port.ts";

/** Returns a function that listens like a server on a machine where some ports are in use. */
function withPortsInUse(inUse: number[]) {
  return async (port: number) => {
    if (inUse.includes(port)) throw Object.assign(new Error("in use"), { code: "EADDRINUSE" });
    return port;
  };
}

it("takes the wanted port where it is free", async () => {
  expect(await onNextFreePort(4010, withPortsInUse([4011]))).toBe(4010);
});

it("takes the next free port where it is in use", async () => {
  expect(await onNextFreePort(4010, withPortsInUse([4010, 4011]))).toBe(4012);
});

it("takes the next free port where a server explains in its own words that it is in use", async () => {
  const listen = async (port: number) => {
    await withPortsInUse([4010])(port).catch((cause) => {
      throw new Error("Take another port.", { cause });
    });
    return port;
  };
  expect(await onNextFreePort(4010, listen)).toBe(4011);
});

it("gives up after the highest port", async () => {
  await expect(onNextFreePort(65534, withPortsInUse([65534, 65535]))).rejects.toThrow("in use");
});

it("does not hide another error", async () => {
  const denied = () => Promise.reject(Object.assign(new Error("permission denied"), { code: "EACCES" }));
  await expect(onNextFreePort(80, denied)).rejects.toThrow("permission denied");
});
