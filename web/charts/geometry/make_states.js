// Makes states.json from us-atlas: see README.md. Neighbours keep one border, as whole arcs are simplified.
const fs = require("fs");
const topojson = Object.assign({}, require("topojson-client"), require("topojson-simplify"));
const polylabel = require("polylabel").default;

const [, , source, target] = process.argv;
const LEAST_TRIANGLE = 0.6; // square units: a corner that matters less is cut
const LEAST_ISLAND = 6; // square units: a smaller island is left out
let atlas = topojson.presimplify(JSON.parse(fs.readFileSync(source)));
atlas = topojson.simplify(atlas, LEAST_TRIANGLE);
atlas = topojson.filter(atlas, topojson.filterAttachedWeight(atlas, LEAST_ISLAND));

const tenths = (point) => point.map((number) => Math.round(number * 10));
const size = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0));

function drawn(ring) {
  const [start, ...rest] = ring.slice(0, -1).map(tenths);
  let [x, y] = start;
  const steps = [];
  for (const [nextX, nextY] of rest) {
    if (nextX !== x || nextY !== y) steps.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  if (steps.length < 4) return ""; // an island that is a dot or a line in tenths
  return `M${start.join(" ")}l${steps.join(" ")}z`.replace(/ -/g, "-");
}

const states = topojson.feature(atlas, atlas.objects.states).features.map(({ id, geometry }) => {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const largest = parts.reduce((a, b) => (size(a[0]) > size(b[0]) ? a : b));
  const inside = polylabel(largest, 0.5);
  return {
    fips: id,
    path: parts.flat().map(drawn).join(""),
    label: [Math.round(inside[0]), Math.round(inside[1])],
    room: Math.round(inside.distance),
  };
});
states.sort((a, b) => a.fips.localeCompare(b.fips));
fs.writeFileSync(target, `[\n${states.map((state) => JSON.stringify(state)).join(",\n")}\n]\n`);
