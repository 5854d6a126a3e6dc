// Whether the JSON-LD of a running site's pages is in the words of schema.org: known types, each with properties that it
// has and values of a kind that they take. The vocabulary is that of schema-dts, Google's types for TypeScript, and the
// compiler does the checking.
//
//   uv run manage.py quickstart                            (in another terminal)
//   cd tests/bench/structured-data && npm ci
//   npm run check                                          (all pages of http://127.0.0.1:8000)
//   npm run check -- http://127.0.0.1:8001 / /sources/     (two of them, of a site on another port)
//
// Ends with 1 if anything is not, and says what, with the page.
import ts from "typescript";

const PATHS = [
  "/",
  "/occupations/29-1141-registered-nurses/",
  "/occupations/29-1141-registered-nurses/industries/",
  "/occupations/29-1141-registered-nurses/places/",
  "/occupations/29-1141-registered-nurses/history/",
  "/occupations/29-1141-registered-nurses/places/0018140-columbus-oh/",
  "/occupations/29-1141-registered-nurses/industries/622-hospitals/",
  "/occupations/27-2011-actors/",
  "/occupations/29-1240-physicians/",
  "/industries/",
  "/industries/622-hospitals/",
  "/places/",
  "/places/4800000-texas/",
  "/compare/?occupation=29-1141&occupation=29-2061",
  "/certifications/",
  "/certifications/cpim/",
  "/sources/",
];
const FILE = "said.ts";

const [base = "http://127.0.0.1:8000", ...asked] = process.argv.slice(2);
const lines = ['import type * as schema from "schema-dts";'];
const pages = [""]; // the page of each line
for (const path of asked.length ? asked : PATHS) {
  const html = await (await fetch(base + path)).text();
  const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  console.log(`${path}: ${found.map(([, text]) => JSON.parse(text)["@type"]).join(", ") || "nothing"}`);
  for (const [, text] of found) {
    const item = JSON.parse(text);
    lines.push(`export const said${lines.length}: schema.WithContext<schema.${item["@type"]}> = ${JSON.stringify(item)};`);
    pages.push(path);
  }
}

const source = ts.createSourceFile(FILE, lines.join("\n"), ts.ScriptTarget.ES2022, true);
const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
host.getSourceFile = (name, ...rest) => (name === FILE ? source : getSourceFile.call(host, name, ...rest));
host.fileExists = (name) => name === FILE || fileExists.call(host, name);
const problems = ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host));
for (const { file, start, messageText } of problems) {
  const line = file ? file.getLineAndCharacterOfPosition(start).line : 0;
  console.log(`${pages[line]}: ${ts.flattenDiagnosticMessageText(messageText, "\n  ").slice(0, 600)}`);
}
console.log(`${lines.length - 1} items, ${problems.length} problems.`);
process.exit(problems.length ? 1 : 0);
