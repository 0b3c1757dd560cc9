// Bundles src/ into the folder given as the first argument; deterministic, no network.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const outdir = process.argv[2] ?? join(here, "..", "prep_tracker", "site", "static");

/** Classic scripts, not modules: modules do not load from file://. */
const shared = {
  absWorkingDir: here,
  outdir,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

const packageOf = (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];

async function licenceOf(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"]) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    if (text) return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }
  return `${name} ${version} (${license})\n`;
}

const result = await build({
  ...shared,
  entryPoints: [{ in: "src/sw.ts", out: "sw" }, ...["app", "search", "progress", "filters", "help", "review", "sitting", "rings", "keeping", "note", "settings", "offline", "live", "carry", "mock", "exercise", "editor", "today", "desk"].flatMap((part) => [`${part}.ts`, `${part}.css`]).map((name) => ({
    in: `src/${name}`,
    out: name.replace(/\.\w+$/, ""),
  }))],
});

/** The worker that runs Python is a module: it imports Pyodide, which is one. */
const worker = await build({ ...shared, format: "esm", external: ["*/pyodide.mjs"], entryPoints: [{ in: "src/python.ts", out: "python" }] });

const inputs = [...Object.keys(result.metafile.inputs), ...Object.keys(worker.metafile.inputs)];
const packages = new Set(inputs.map(packageOf).filter(Boolean));
packages.add("@fontsource/stix-two-math").add("pyodide");
const licences = await Promise.all([...packages].sort().map(licenceOf));
await writeFile(join(outdir, "THIRD_PARTY.txt"), licences.join("\n" + "-".repeat(72) + "\n\n"));
