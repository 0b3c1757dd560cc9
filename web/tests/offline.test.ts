import { describe, expect, it } from "vitest";
import { describeBytes, takeStock } from "../src/offline/download";
import { isPage, isUnstampedData, pathIn, readFiles, renderOffline } from "../src/offline/rules";

const SCOPE = "https://example.org/below/";

describe("what the service worker goes by", () => {
  it.each([
    ["https://example.org/below/", "index.html"],
    ["https://example.org/below/a.html?q=x#y", "a.html"],
    ["https://example.org/below/assets/app.js?h=ab12", "assets/app.js?h=ab12"],
    ["https://example.org/below/a/", "a/index.html"],
    ["https://example.org/other/a.html", null],
    ["https://else.org/below/a.html", null],
  ])("%s is %s", (address, path) => expect(pathIn(SCOPE, address)).toBe(path));

  it("tells pages, data and files of a version apart", () => {
    expect([isPage("a/b.html"), isPage("assets/app.js?h=1")]).toEqual([true, false]);
    expect(["assets/items.js", "assets/search/t1.js", "assets/app.js?h=1", "assets/javascripts/bundle.1a.min.js", "images/x.png"].map(isUnstampedData)).toEqual([true, true, false, false, false]);
  });

  it("takes a list of files, and nothing else for one", () => {
    const known = readFiles({ version: "v", files: [["a.html", 10, "ab"], ["b", "x", 1], null] });
    expect([known.version, [...known.files]]).toEqual(["v", [["a.html", { bytes: 10, digest: "ab" }]]]);
    for (const value of [null, 1, [], {}, { files: 3 }]) expect(readFiles(value).files.size).toBe(0);
    const stock = takeStock(readFiles({ version: "v", files: [["a.html", 10, ""], ["b.html", 2_500_000, ""]] }), new Set(["a.html"]));
    expect(stock).toEqual({ version: "v", missing: ["b.html"], missingBytes: 2_500_000, files: 2, bytes: 2_500_010 });
    expect([1, 2_500_000, 32_000_000].map(describeBytes)).toEqual(["1 kB", "2.5 MB", "32 MB"]);
  });

  it("leads home from a page that is not there", () => {
    expect(renderOffline('/a"b/')).toContain('href="/a%22b/index.html"');
  });
});
