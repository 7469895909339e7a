/** A mock in a process of its own, which says its URL and, when asked, its memory. `node mock-process.ts <document>`. */
import { startMock } from "@testsigma-tms/mock";

const mock = await startMock({ spec: process.argv[2] ?? "" });
process.on("message", () => process.send?.(process.memoryUsage.rss()));
process.on("disconnect", () => mock.close());
process.send?.(mock.url);
