import { createRequire } from "node:module";
import { join } from "node:path";
import type { RigReport } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";

/** The parts that are used of playwright-core and @sparticuz/chromium, which are not installed by default. */
interface Playwright {
  chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<{
      newPage(): Promise<{
        on(event: "pageerror", listener: (error: Error) => void): void;
        goto(url: string): Promise<unknown>;
      }>;
      close(): Promise<void>;
    }>;
  };
}
interface SparticuzChromium {
  default: { executablePath(): Promise<string> };
}

/** Plays the faults in a page that the rig serves. */
export async function launchInChromium(rig: Rig, folder: string): Promise<RigReport> {
  const require = createRequire(join(folder, "package.json"));
  const { chromium }: Playwright = require("playwright-core");
  const { default: bundled }: SparticuzChromium = require("@sparticuz/chromium");
  // The package's own list of arguments would turn web security off.
  const browser = await chromium.launch({ executablePath: await bundled.executablePath(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const reported = rig.nextReport();
    await page.goto(`${rig.addresses.rig}/page#${rig.addresses.control}`);
    const report = await reported;
    return { ...report, unhandled: [...report.unhandled, ...errors] };
  } finally {
    await browser.close();
  }
}
