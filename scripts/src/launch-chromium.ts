import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const cache = fileURLToPath(new URL("../node_modules/.cache/", import.meta.url));
const require = createRequire(import.meta.url);
const monospace = require.resolve("@expo-google-fonts/roboto-mono/400Regular/RobotoMono_400Regular.ttf");

// The folder is relative, so that the repository can be moved.
const fontConfiguration = `<fontconfig>
  <dir prefix="relative">fonts</dir>
  <alias><family>monospace</family><prefer><family>Roboto Mono</family></prefer></alias>
</fontconfig>
`;

/** Starts the headless Chromium from npm or, where that has no build (not Linux on x64), an installed Chrome. */
export async function launchChromium(): Promise<Browser> {
  // The package's own argument list turns off web security, which would hide what these tests look for.
  const args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"];
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome", args });
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args,
    // A minimal machine has neither the libraries nor a font.
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      XDG_CACHE_HOME: folder,
    },
  });
}

/** Unpacks all of Chromium into a folder for its version: the package would take any `chromium` it finds in `/tmp`. */
async function unpackedChromium(): Promise<string> {
  const bin = join(dirname(require.resolve("@sparticuz/chromium")), "../bin");
  const { version } = require(join(bin, "../package.json")) as { version: string };
  const folder = join(cache, `chromium-${version}-roboto-mono`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, "unpacking-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = unfinished;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    await Promise.all(
      ["chromium.br", "fonts.tar.br", "al2023.tar.br", "swiftshader.tar.br"].map((name) => inflate(join(bin, name))),
    );
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  // The package has no monospaced font; without one, code would be narrower in a picture than on a screen.
  await cp(monospace, join(unfinished, "fonts", basename(monospace)));
  await writeFile(join(unfinished, "fonts.conf"), fontConfiguration);
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another test file has unpacked it first.
    if (error.code !== "ENOTEMPTY") throw error;
    await rm(unfinished, { recursive: true });
  });
  return folder;
}
