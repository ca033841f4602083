// What pages need to know of the whole site, computed once in a build.
import { readFileSync, readdirSync } from "node:fs";

const KINDS = ["states", "questions", "entities"];

// The states, questions and entities by their ids.
export const terms = new Map();
for (const t of JSON.parse(readFileSync("data/names.json", "utf8"))) {
  terms.set(t.id, { ...t, href: `/${t.kind}/${t.id.toLowerCase()}/` });
}

const slugs = new Set();
for (const name of readdirSync("content/articles")) {
  if (name.endsWith(".md")) slugs.add(name.slice(0, -".md".length));
}

// address is where a link of an article leads.
export function address(target) {
  const [, kind, id] = /^(\w+):(.*)$/.exec(target) ?? [];
  if (kind === "article" && slugs.has(id)) return `/articles/${id}/`;
  if ((kind === "entity" || kind === "question") && terms.has(id)) return terms.get(id).href;
  throw new Error(`there is no ${target}`);
}

const add = (map, key, value) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

let known;

// archive is the lists that pages are made of. Eleventy asks for them once for each
// collection, with the same articles, so the last ones are kept.
export function archive(items) {
  if (known?.first === items[0]) return known;
  const articles = [...items].sort((x, y) => y.date - x.date || (x.fileSlug < y.fileSlug ? -1 : 1));
  const of = new Map(), mentions = new Map(), years = new Map(), amounts = [];
  for (const a of articles) {
    for (const kind of KINDS) for (const id of a.data[kind]) add(of, id, a);
    for (const [, id] of a.rawInput.matchAll(/\]\(article:([^)]+)\)/g)) add(mentions, id, a);
    for (const m of a.data.amounts) amounts.push({ ...m, article: a });
    for (const e of a.data.events) add(years, e.date.getUTCFullYear(), { ...e, article: a });
  }
  amounts.sort((x, y) => y.date - x.date);
  for (const list of years.values()) list.sort((x, y) => x.date - y.date);
  const used = [...terms.values()].filter((t) => of.has(t.id)).map((t) => ({ ...t, articles: of.get(t.id) }));
  known = {
    first: items[0], articles, mentions, amounts, terms: used,
    kinds: KINDS.map((kind) => ({ kind, terms: used.filter((t) => t.kind === kind).sort((x, y) => y.articles.length - x.articles.length) })),
    years: [...years].map(([year, events]) => ({ year, events })).sort((x, y) => x.year - y.year),
  };
  return known;
}

// sheets cuts a list into pages of fifty.
export function sheets(path, title, about, list) {
  const n = Math.max(1, Math.ceil(list.length / 50));
  const at = (i) => (i === 0 ? path : `${path}page/${i + 1}/`);
  return Array.from({ length: n }, (_, i) => ({
    path: at(i), title, about, list: list.slice(i * 50, i * 50 + 50), number: i + 1, of: n,
    newer: i > 0 && at(i - 1), older: i + 1 < n && at(i + 1),
  }));
}
