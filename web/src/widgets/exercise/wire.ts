/** What the page and its Python worker say to each other. */

export type ToWorker =
  | {
      readonly kind: "load";
      /** Address of the folder of Pyodide. */
      readonly index: string;
      /** The judge's modules by name. */
      readonly files: Readonly<Record<string, string>>;
      readonly packages: readonly string[];
      /** Packages come from the Pyodide distribution on the web; the reader has agreed. */
      readonly isElsewhere: boolean;
      readonly module: WebAssembly.Module | null;
    }
  | { readonly kind: "run"; readonly code: string; readonly tests: string; readonly requires: readonly string[] };

export type FromWorker =
  | { readonly kind: "module"; readonly module: WebAssembly.Module }
  | { readonly kind: "ready" }
  | { readonly kind: "started" }
  | { readonly kind: "record"; readonly record: string }
  | { readonly kind: "done"; readonly report: string }
  | { readonly kind: "failed"; readonly message: string };
