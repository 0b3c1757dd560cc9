/** Where this page's files are: everything is relative to the script's own address, so any path prefix works. */

/** Finds the folder of our files, the root of the site and the stamp of this version from the address of `app.js`. */
export function readPlaces(script: string): { assets: string; root: string; stamp: string } {
  const assets = new URL(".", script).href;
  return { assets, root: new URL("..", assets).href, stamp: new URL(script).search };
}

const waiting = new Map<string, Promise<void>>();

/** Runs a classic script once; one that fails can be asked for again. */
export function loadScript(url: string): Promise<void> {
  let loading = waiting.get(url);
  if (loading === undefined) {
    loading = new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.addEventListener("load", () => {
        script.remove();
        resolve();
      });
      script.addEventListener("error", () => {
        script.remove();
        waiting.delete(url);
        reject(new Error(`Could not load ${url}`));
      });
      document.head.append(script);
    });
    waiting.set(url, loading);
  }
  return loading;
}

/** Adds a style sheet once, and waits for it so that nothing is shown without it. */
export function loadStyle(url: string): Promise<void> {
  if (document.querySelector(`link[data-pt-style="${CSS.escape(url)}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.dataset["ptStyle"] = url;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}
