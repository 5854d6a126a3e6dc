// What Lighthouse says of the pages of a running site, one after the other, as on a phone with a slow connection.
//
//   uv run manage.py quickstart                                  (in another terminal)
//   cd tests/bench/lighthouse && npm ci
//   CHROME_PATH=/usr/bin/chromium npm run measure                (all pages of http://127.0.0.1:8000)
//   npm run measure -- http://127.0.0.1:8001 home finder         (two of them, of a site on another port)
//
// Each page is measured RUNS times (a variable, 1 unless given) and the best performance counts: what else a machine does
// can only slow a page down. Ends with 1 if any page is under a floor, and names what was found wrong.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const FLOORS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const PAGES = {
  home: "/",
  finder: "/occupations/",
  profile: "/occupations/29-1141-registered-nurses/",
  "industry-table": "/occupations/29-1141-registered-nurses/industries/",
  places: "/occupations/29-1141-registered-nurses/places/",
  compare: "/compare/?occupation=29-1141&occupation=29-2061",
  answer: "/occupations/29-1141-registered-nurses/places/0018140-columbus-oh/",
};
const TIMES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];

const [base = "http://127.0.0.1:8000", ...asked] = process.argv.slice(2);
const runs = Number(process.env.RUNS ?? 1);
const names = asked.length ? asked : Object.keys(PAGES);
const unknown = names.filter((name) => !(name in PAGES));
if (unknown.length) {
  console.error(`Not a page: ${unknown.join(", ")}. There are ${Object.keys(PAGES).join(", ")}.`);
  process.exit(2);
}

const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
let isUnder = false;
try {
  for (const name of names) {
    const results = [];
    for (let run = 0; run < runs; run += 1) {
      const { lhr } = await lighthouse(base + PAGES[name], {
        port: chrome.port,
        onlyCategories: Object.keys(FLOORS),
        logLevel: "error",
      });
      results.push(lhr);
    }
    const best = results.reduce((a, b) => (b.categories.performance.score > a.categories.performance.score ? b : a));
    const scores = Object.keys(FLOORS).map((id) => [id, Math.round(best.categories[id].score * 100)]);
    const times = TIMES.map((id) => best.audits[id].displayValue.replace(/\s/g, " "));
    console.log(`${name.padEnd(15)} ${scores.map(([id, score]) => `${id} ${score}`).join("  ")}  (${times.join(", ")})`);
    for (const [id] of scores.filter(([id, score]) => score < FLOORS[id])) {
      isUnder = true;
      for (const { id: audit, weight } of best.categories[id].auditRefs) {
        const { score, title, details, displayValue } = best.audits[audit];
        if (score === null || score === 1 || !weight) continue;
        console.log(`    ${id}: ${title}${displayValue ? `: ${displayValue}` : ""}`);
        for (const item of (details?.items ?? []).slice(0, 5)) {
          if (item.node) console.log(`        ${item.node.snippet.slice(0, 160)}`);
        }
      }
    }
  }
} finally {
  await chrome.kill();
}
process.exit(isUnder ? 1 : 0);
