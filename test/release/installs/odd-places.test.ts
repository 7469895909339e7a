/** Tests that client, mock and CLI work in places that differ from a developer's machine. */
import { chmod, copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, inject, it } from "vitest";
import { npmInstall, run, succeed } from "../src/run.ts";

const cwd = join(inject("folder"), "Prüfungen für Ärzte (1)");
const node = `'${process.execPath}' place.mjs`;

beforeAll(async () => {
  await mkdir(cwd);
  await copyFile(fileURLToPath(new URL("../consumer/place.mjs", import.meta.url)), join(cwd, "place.mjs"));
  const tarballs = ["client", "mock", "cli"].map((name) => `../testsigma-tms/tarballs/testsigma-tms-${name}.tgz`);
  await npmInstall(tarballs, cwd);
  // The other user also reads and writes here, and cannot see any other folder.
  await copyFile(process.execPath, join(cwd, "node"));
  await chmod(inject("folder"), 0o755);
  await chmod(cwd, 0o777);
});

const places = {
  "a folder with spaces and umlauts": node,
  "umask 077": `umask 077; ${node}`,
  "a home that cannot be written": `HOME=/proc ${node}`,
  "another time zone and language": `TZ=Pacific/Chatham LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 ${node}`,
};

it.each(Object.entries(places))("%s", async (_, script) => {
  const { stdout } = await succeed("bash", ["-c", script], { cwd });

  expect(stdout).toMatch(/^DEMO-R-\d+ [\da-f-]{36}\n$/);
});

/** Places that need permissions that not every machine grants. */
const restricted = {
  "a user without a name": `setpriv --reuid=12345 --regid=12345 --clear-groups env HOME=/ ./node place.mjs`,
  "IPv6 only": `unshare --net bash -c "ip link set lo up && ip address del 127.0.0.1/8 dev lo && HOST=::1 ${node}"`,
  "no IPv6": `unshare --net bash -c "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; ip link set lo up && ${node}"`,
};
const { exitCode } = await run("bash", ["-c", "unshare --net ip link set lo up && setpriv --reuid=12345 true"], {
  cwd: inject("folder"),
});
if (exitCode !== 0) console.warn("SKIPPED: networks and users of one's own. They need root, unshare, ip and setpriv.");

it.skipIf(exitCode !== 0).each(Object.entries(restricted))("%s", async (_, script) => {
  const { stdout } = await succeed("bash", ["-c", script], { cwd });

  expect(stdout).toMatch(/^DEMO-R-\d+ [\da-f-]{36}\n$/);
});
