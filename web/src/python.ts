/** The module worker that runs exercises: Pyodide, the judge, and nothing of the page. */
import type { FromWorker, ToWorker } from "./widgets/exercise/wire";

interface Pyodide {
  loadPackage(names: readonly string[]): Promise<unknown>;
  runPython(code: string): unknown;
  unregisterJsModule(name: string): void;
  readonly FS: { mkdirTree(path: string): void; writeFile(path: string, text: string): void };
}

interface PyodideModule {
  readonly version: string;
  loadPyodide(options: Readonly<Record<string, unknown>>): Promise<Pyodide>;
}

type Judge = (code: string, tests: string, requires: string, say: (text: string) => void) => string;

const ROOT = "/judge/prep_tracker/proving";
const ELSEWHERE = "https://cdn.jsdelivr.net/pyodide/";
/** What Python could reach the network, the page's data or other scripts by; a solution has no use for any. */
const TAKEN = [
  "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "indexedDB", "caches", "BroadcastChannel",
  "Worker", "SharedWorker", "importScripts", "navigator", "Request", "RTCPeerConnection", "Notification", "FileReaderSync", "cookieStore",
]; // prettier-ignore

const START = `
import importlib, json, sys
sys.path.insert(0, "/judge")
sys.modules.pop("pyodide_js", None)
from prep_tracker.proving.in_page import judge_in_page

def _judge(code, tests, requires, say):
    return judge_in_page(code, tests, json.loads(requires), say)

_judge
`;

let judge: Judge | null = null;

const tell = (message: FromWorker): void => self.postMessage(message);

/** Compiling takes longest: the first worker hands its module to the next ones. */
function shareModule(given: WebAssembly.Module | null): void {
  const stream = WebAssembly.instantiateStreaming.bind(WebAssembly);
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (source: BufferSource, imports?: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
  let isFirst = true;
  const share = async (make: () => Promise<WebAssembly.WebAssemblyInstantiatedSource>, imports?: WebAssembly.Imports) => {
    if (!isFirst) return make();
    isFirst = false;
    if (given) return { module: given, instance: await WebAssembly.instantiate(given, imports) };
    const made = await make();
    tell({ kind: "module", module: made.module });
    return made;
  };
  WebAssembly.instantiateStreaming = (source, imports) => share(() => stream(source, imports), imports);
  WebAssembly.instantiate = ((source: BufferSource | WebAssembly.Module, imports?: WebAssembly.Imports) =>
    source instanceof WebAssembly.Module ? instantiate(source as never, imports) : share(() => instantiate(source, imports), imports)) as typeof WebAssembly.instantiate;
}

async function load({ index, files, packages, isElsewhere, module }: Extract<ToWorker, { kind: "load" }>): Promise<void> {
  shareModule(module);
  const { loadPyodide, version } = (await import(/* @vite-ignore */ `${index}pyodide.mjs`)) as PyodideModule;
  const options = {
    indexURL: index, jsglobals: {}, stdout: () => undefined, stderr: () => undefined,
    packageBaseUrl: isElsewhere ? `${ELSEWHERE}v${version}/full/` : index,
  }; // prettier-ignore
  const pyodide = await loadPyodide(options);
  if (packages.length) await pyodide.loadPackage(packages);
  for (const name of packages) pyodide.runPython(`import ${name}`);
  pyodide.FS.mkdirTree(ROOT);
  pyodide.FS.writeFile(`${ROOT}/../__init__.py`, "");
  pyodide.FS.writeFile(`${ROOT}/__init__.py`, "");
  for (const [name, text] of Object.entries(files)) pyodide.FS.writeFile(`${ROOT}/${name}`, text);
  pyodide.unregisterJsModule("pyodide_js");
  judge = pyodide.runPython(START) as Judge;
  takeAway();
  tell({ kind: "ready" });
}

function takeAway(): void {
  for (let place: object | null = self; place && place !== Object.prototype; place = Object.getPrototypeOf(place) as object | null) {
    for (const name of TAKEN) Reflect.deleteProperty(place, name);
  }
  for (const name of TAKEN) Object.defineProperty(self, name, { value: undefined });
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(-500);

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "load") void load(data).catch((error: unknown) => tell({ kind: "failed", message: words(error) }));
  else {
    tell({ kind: "started" });
    try {
      if (!judge) throw new Error("Python is not loaded");
      tell({ kind: "done", report: judge(data.code, data.tests, JSON.stringify(data.requires), (record) => tell({ kind: "record", record })) });
    } catch (error) {
      tell({ kind: "failed", message: words(error) });
    }
  }
});
