// Makes internal/region/shapes.txt: the outlines of the fifty states and the
// District of Columbia, and where a two-letter label fits into each.
//
// The build never runs this: its result is committed. Run it as "make map".
// us-atlas has the states projected (Albers, 975 by 610 units, Alaska and Hawaii
// beside the others). A border of two states is one arc there and is simplified
// once, so that neighbours still touch.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { planarRingArea, presimplify, simplify } from "topojson-simplify";

const WIDTH = 975, HEIGHT = 610;
const WEIGHT = 4;   // corners of a smaller triangle are cut off, in square units
const FINE = 0.4;   // the same for lines of the District, which is 2 units wide
const ISLAND = 18;  // smaller islands are left out, in square units

// A label of two letters at 19 units is about 24 wide and 13 high; room is the
// least distance of its middle from the border, as label measures it.
const LABEL = { width: 24, height: 13, room: 10 };

const CODES = {
  "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
  "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
  "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
  "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
  "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
  "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY",
};

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("us-atlas/states-albers-10m.json")));
const topology = simplify(fineDistrict(presimplify(atlas)), WEIGHT);

// fineDistrict makes simplify keep more of the District's lines.
function fineDistrict(t) {
  const district = t.objects.states.geometries.find((g) => CODES[g.id] === "DC");
  for (const i of district.arcs.flat()) {
    for (const p of t.arcs[i < 0 ? ~i : i]) {
      if (p[2] >= FINE) p[2] = Infinity;
    }
  }
  return t;
}

// rings lists a state's outlines in whole units, the largest first.
function rings(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat()
    .map((ring) => straighten(ring.map(([x, y]) => [Math.round(x), Math.round(y)])))
    .filter((ring) => ring.length > 2)
    .sort((a, b) => area(b) - area(a))
    .filter((ring, n) => n === 0 || (area(ring) >= ISLAND && ring.every(inside)));
}

const area = (ring) => planarRingArea([...ring, ring[0]]);
const inside = ([x, y]) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;

// straighten opens a ring and drops points that rounding has put on a straight
// line between their neighbours.
function straighten(ring) {
  const out = ring.slice(0, -1);
  for (let i = 0; out.length > 2 && i < out.length;) {
    const a = out[(i + out.length - 1) % out.length], b = out[i], c = out[(i + 1) % out.length];
    const straight = (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]);
    if (straight) {
      out.splice(i, 1);
      i = Math.max(0, i - 1);
    } else {
      i++;
    }
  }
  return out;
}

// path writes rings with relative commands, which compress best.
function path(list) {
  return list.map(([start, ...rest]) => {
    let s = `M${start[0]} ${start[1]}`, at = start, last = "";
    for (const p of rest) {
      const dx = p[0] - at[0], dy = p[1] - at[1];
      const [command, ...numbers] = dy === 0 ? ["h", dx] : dx === 0 ? ["v", dy] : ["l", dx, dy];
      if (command !== last || command !== "l") s += command;
      else if (dx >= 0) s += " ";
      s += numbers[0];
      if (numbers.length > 1) s += (dy >= 0 ? " " : "") + dy;
      [at, last] = [p, command];
    }
    return s + "z";
  }).join("");
}

// label finds the place nearest to a ring's centre of area at which a label
// has room, or null. Distances are measured with x shrunk by the label's
// proportions, since a label is wider than high.
function label(ring) {
  const shrink = LABEL.height / LABEL.width;
  const shrunk = ring.map(([x, y]) => [x * shrink, y]);
  const centre = centroid(ring);
  const xs = ring.map((p) => p[0]), ys = ring.map((p) => p[1]);
  const places = [];
  for (let x = Math.min(...xs); x <= Math.max(...xs); x++) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y++) {
      if (!contains(ring, x, y)) continue;
      places.push({ x, y, room: distance(shrunk, x * shrink, y), off: Math.hypot(x - centre[0], y - centre[1]) });
    }
  }
  const most = Math.max(...places.map((p) => p.room));
  if (most < LABEL.room) return null;
  const enough = Math.min(most, LABEL.height);
  return places.filter((p) => p.room >= enough).sort((a, b) => a.off - b.off || a.x - b.x || a.y - b.y)[0];
}

function centroid(ring) {
  let x = 0, y = 0, twice = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length], cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
    twice += cross;
  });
  return [x / (3 * twice), y / (3 * twice)];
}

function contains(ring, x, y) {
  let odd = false;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    if ((a[1] > y) !== (b[1] > y) && x < a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1])) odd = !odd;
  });
  return odd;
}

function distance(ring, x, y) {
  return Math.min(...ring.map((a, i) => {
    const b = ring[(i + 1) % ring.length], dx = b[0] - a[0], dy = b[1] - a[1];
    const t = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy);
  }));
}

const lines = feature(topology, topology.objects.states).features.map((f) => {
  const list = rings(f.geometry), at = label(list[0]);
  return `${CODES[f.id]} ${at ? `${at.x} ${at.y}` : "- -"} ${path(list)}\n`;
}).sort();
writeFileSync(new URL("../../internal/region/shapes.txt", import.meta.url), lines.join(""));
