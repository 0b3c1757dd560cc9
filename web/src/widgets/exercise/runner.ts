/** Python workers: one that runs, one in reserve; a run over its limit is ended with its worker. */
import { type Checked, type Verdict, cutShort, readReport } from "./state";
import type { FromWorker, ToWorker } from "./wire";

/** Seconds for all tests of an exercise; Python in a page is slower than at home, where it has ten. */
export const LIMIT = 15;

export interface Setting {
  /** Address of the worker's script. */
  readonly script: string;
  readonly index: string;
  readonly files: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
  readonly isElsewhere: boolean;
}

export interface Job {
  readonly code: string;
  readonly tests: string;
  readonly requires: readonly string[];
}

/** Python could not be loaded; the message says why. */
export class LoadError extends Error {}

class Python {
  readonly #worker: Worker;
  readonly ready: Promise<void>;
  #hear: (message: FromWorker) => void = () => undefined;

  constructor(setting: Setting, module: WebAssembly.Module | null, share: (module: WebAssembly.Module) => void) {
    this.#worker = new Worker(setting.script, { type: "module", name: "python" });
    this.ready = new Promise((resolve, reject) => {
      this.#hear = (message) => {
        if (message.kind === "module") share(message.module);
        else if (message.kind === "ready") resolve();
        else if (message.kind === "failed") reject(new LoadError(message.message));
      };
      this.#worker.addEventListener("error", (event) => {
        event.preventDefault();
        reject(new LoadError(event.message || "the worker could not be started"));
        this.#hear({ kind: "failed", message: event.message });
      });
    });
    this.ready.catch(() => undefined);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
    const { index, files, packages, isElsewhere } = setting;
    this.#tell({ kind: "load", index, files, packages, isElsewhere, module });
  }

  run(job: Job, seconds: number): Promise<Verdict> {
    return new Promise((resolve) => {
      const told: Checked[] = [];
      let of = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (verdict: Verdict): void => {
        clearTimeout(timer);
        this.#hear = () => undefined;
        resolve(verdict);
      };
      this.#hear = (message) => {
        if (message.kind === "started") {
          const words = `no answer within ${seconds} seconds (an endless loop, or too slow a method)`;
          timer = setTimeout(() => end(cutShort("timeout", words, told, of)), seconds * 1000);
        } else if (message.kind === "record") {
          const record = JSON.parse(message.record) as Checked | { of: number };
          if ("of" in record) of = record.of;
          else told.push(record);
        } else if (message.kind === "done") end(readReport(message.report));
        else if (message.kind === "failed") end(cutShort("crashed", `Python itself stopped: ${message.message}`, told, of));
      };
      this.#tell({ kind: "run", ...job });
    });
  }

  stop(): void {
    this.#worker.terminate();
  }

  #tell(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

/** Devices with so little memory (in GB) get no worker in reserve. */
const SMALL = 2;

export class Runner {
  #module: WebAssembly.Module | null = null;
  #python: Python | null = null;
  #spare: Python | null = null;

  constructor(
    readonly setting: Setting,
    readonly seconds = LIMIT,
  ) {}

  /** Loads Python unless it is there. Raises `LoadError`. */
  async load(): Promise<void> {
    this.#python ??= this.#spare ?? this.#make();
    if (this.#python === this.#spare) this.#spare = null;
    try {
      await this.#python.ready;
    } catch (error) {
      this.#python.stop();
      this.#python = null;
      throw error;
    }
  }

  /** The verdict on a solution. Raises `LoadError` when Python cannot be loaded. */
  async run(job: Job): Promise<Verdict> {
    await this.load();
    const python = this.#python as Python;
    const { deviceMemory = 8 } = navigator as Navigator & { deviceMemory?: number };
    if (deviceMemory > SMALL) this.#spare ??= this.#make();
    const verdict = await python.run(job, this.seconds);
    if (verdict.verdict === "timeout" || verdict.verdict === "crashed") {
      python.stop();
      this.#python = null;
    }
    return verdict;
  }

  #make(): Python {
    return new Python(this.setting, this.#module, (module) => (this.#module = module));
  }
}
