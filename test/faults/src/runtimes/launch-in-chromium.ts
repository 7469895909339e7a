import { launchChromium } from "@testsigma-tms/support/launch-chromium";
import type { RigReport } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";

/** Plays the faults in a page that the rig serves. */
export async function launchInChromium(rig: Rig): Promise<RigReport> {
  const browser = await launchChromium();
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
