import { join } from "node:path";
import type { Command } from "commander";
import { x } from "tinyexec";
import { repository } from "../repository.ts";
import { runQuietly } from "../turbo/run-quietly.ts";

interface PackageCommand {
  /** At the root. */
  name: string;
  /** Of the package that implements it, below the repository. */
  folder: string;
  /** There, with its first arguments. */
  program: string[];
  description: string;
  /** Whether what the package depends on is built first. @default true */
  needsBuild?: boolean;
}

const commands: PackageCommand[] = [
  {
    name: "faults",
    folder: "test/faults",
    program: ["scripts/faults.ts"],
    description: "Print the client's behavior under faults.",
  },
  {
    name: "soak",
    folder: "test/faults",
    program: ["scripts/soak.ts"],
    description: "Create thousands of runs through random faults.",
  },
  {
    name: "test:runtimes",
    folder: "test/faults",
    program: ["scripts/runtimes.ts"],
    description: "Play the faults in Node 20 to 26, Bun, Deno, workerd and Chromium; installs them first.",
  },
  {
    name: "bench:client",
    folder: "bench",
    program: ["src/command.ts", "bench:client"],
    description: "Compare the client with openapi-fetch, ky, octokit and generated clients: time of a call, and size.",
  },
  {
    name: "bench:docs",
    folder: "bench",
    program: ["src/command.ts", "bench:docs"],
    description: "Compare the docs with Redoc, Scalar, Swagger UI and Elements: weight, first paint, first use.",
  },
  {
    name: "bench:mock",
    folder: "bench",
    program: ["src/command.ts", "bench:mock"],
    description: "Compare the mock with Prism, Steady, Scalar's server and msw.",
  },
  {
    name: "bench:growth",
    folder: "bench",
    program: ["src/command.ts", "bench:growth"],
    description: "Show how client, types, docs and mock grow with the number of operations.",
  },
  {
    name: "test:documents",
    folder: "bench",
    program: ["src/command.ts", "test:documents"],
    description: "Let mock, types, client and docs read the documents of large APIs; installs them first.",
  },
  {
    name: "bench:pipeline",
    folder: "bench",
    program: ["src/command.ts", "bench:pipeline"],
    description: "Measure the wait for the first run in a fresh clone, and for what an edit of the spec changes.",
  },
  {
    name: "contract:live",
    folder: "test/contract",
    program: ["scripts/contract-live.ts"],
    description: "Check the spec against a live service. Does nothing that is not allowed by a variable.",
  },
  {
    name: "test:generators",
    folder: "test/contract",
    program: ["scripts/generators.ts"],
    description: "Let hey-api, orval, swagger-typescript-api and Redocly read the spec; installs them first.",
  },
  {
    name: "test:mutation",
    folder: "test/support",
    program: ["src/mutation/command.ts"],
    description: "Change the code of client and mock, and show what no test notices; gets Stryker first.",
  },
  {
    name: "changeset",
    folder: "test/packaging",
    program: ["scripts/chores.ts", "changeset"],
    description: "Ask what changes for users, and write it down for the next release.",
    needsBuild: false,
  },
  {
    name: "licences:list",
    folder: "test/packaging",
    program: ["scripts/chores.ts", "licences:list"],
    description: "Print the licences of the runtime dependencies.",
    needsBuild: false,
  },
  {
    name: "knip",
    folder: "test/packaging",
    program: ["scripts/chores.ts", "knip"],
    description: "Find unused files, exports and dependencies.",
    needsBuild: false,
  },
  {
    name: "release:api",
    folder: "test/packaging",
    program: ["scripts/release.ts", "release:api"],
    description: "Print what changed in the API since the last release, and how far the version must rise.",
  },
  {
    name: "release:prepare",
    folder: "test/packaging",
    program: ["scripts/release.ts", "release:prepare"],
    description: "Write versions and changelogs of the next release.",
  },
  {
    name: "release:publish",
    folder: "test/packaging",
    program: ["scripts/release.ts", "release:publish"],
    description: "Publish what npm does not have yet. For the release workflow.",
  },
  {
    name: "release:dry-run",
    folder: "test/packaging",
    program: ["scripts/release.ts", "release:dry-run"],
    description: "Publish to a registry on this machine, install from it with every installer, and run the example.",
  },
];

export function addPackageCommands(program: Command): void {
  for (const command of commands) {
    program
      .command(command.name)
      .description(command.description)
      // The package's program knows its options, and prints its own help.
      .helpOption(false)
      .allowUnknownOption()
      .argument("[args...]")
      .action((args: string[]) => run(command, args));
  }
}

async function run({ folder, program, needsBuild = true }: PackageCommand, args: string[]): Promise<void> {
  // Help must not wait for a build.
  if (needsBuild && !args.includes("--help") && !args.includes("-h")) {
    const build = await runQuietly(["build"], [`--filter=./${folder}^...`]);
    if (build.exitCode !== 0) {
      console.error("\nThe build failed. Fix the error above.");
      process.exit(1);
    }
  }
  const { exitCode } = await x(process.execPath, [...program, ...args], {
    nodeOptions: { cwd: join(repository, folder), stdio: "inherit" },
  });
  process.exitCode = exitCode ?? 1;
}
