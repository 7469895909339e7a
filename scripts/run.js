// The root's own commands: `node scripts/run.js <command>`. JavaScript, so that an old Node can read it.
const oldest = 24;
const [major] = process.versions.node.split(".");

if (Number(major) < oldest) {
  console.error(`The commands need Node ${oldest} or later; this is ${process.version}.
npx -y pnpm@12 install --force provides it, except on Alpine: install Node ${oldest} there.`);
  process.exit(1);
}
const [command] = process.argv.splice(2, 1);
await import(`./src/${command}.ts`);
