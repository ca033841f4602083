// The search page. It reads the files that package search writes (index.json,
// then only the shards and rows that a query needs) and shows what it finds.
// The state of a search is its address. All words come from the page, and all
// data goes into the page as text.
"use strict";
{
const form = document.getElementById("search");
const input = form.elements.q;
const words = form.dataset;
const heading = document.querySelector("h1");
const dek = document.querySelector(".dek");
const title = document.title, index = heading.textContent;

// ---- Pieces of the page.

const el = (name, attrs, ...children) => {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v);
  e.append(...children);
  return e;
};
const say = (pattern, value) => pattern.replace("{}", () => value);
const number = new Intl.NumberFormat(words.digits), plural = new Intl.PluralRules(words.digits);
const camel = (a, b) => a + b[0].toUpperCase() + b.slice(1); // data-a-b in a dataset
// A line for each form, "other" last.
const count = (name, n) => say(RegExp(`^(?:${plural.select(n)}|other) (.*)`, "m").exec(words[name])[1], number.format(n));

const status = el("p", { role: "status", class: "search-status", tabindex: "-1" });
const results = el("div", { class: "search-results" });
const options = el("ul", { role: "listbox", id: "search-options", class: "search-options", hidden: "", "aria-label": words.suggestions });
form.after(status, results);
input.parentNode.append(options);
input.setAttribute("aria-controls", options.id);
for (const e of document.querySelectorAll(".search-without")) e.remove();
form.hidden = false;

// ---- Words: the same rules as in package search.

const isWord = /\p{L}(?:\.\p{L}(?![\p{L}\p{N}\p{M}]))+|\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;
const apart = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ς: "σ" };
const joined = (s) => s.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "").replace(/(?<=\d),(?=\d)/g, ".");
const fold = (w) => w.normalize("NFKD").replace(/(?<!\d)\.|[^\p{L}\p{N}.]/gu, "").toLowerCase().replace(/./gu, (c) => apart[c] ?? c);
const joins = /^[-\u2010\u2011&()]{1,2}$/;
// termsOf returns the words of a text: the parts of each compound together, and the
// word that they make, if any.
const termsOf = (s) => {
  const text = joined(s), terms = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(isWord)) {
    if (terms.length && joins.test(text.slice(last, index))) terms.at(-1).push(word); else terms.push([word]);
    last = index + word.length;
  }
  return terms.map((t) => ({ parts: t.map(fold).filter(Boolean), whole: t.length > 1 && t.some((w) => [...fold(w)].length < 4) && fold(t.join("")) }));
};
const wordsOf = (s) => termsOf(s).flatMap(({ parts, whole }) => whole ? [...parts, whole] : parts);

// ---- The files.

// map is index.json, which is fetched anew at each visit; beginning is the promise
// of that. files are the promises of other files by name; kept is the cache mode
// of their requests.
let files, map, beginning, kept;

// Unloaded is thrown for a file that did not load, or not whole, or is of another
// edition. Any other error is a bug.
class Unloaded extends Error {}
const expect = (e) => { if (!(e instanceof Unloaded)) throw e; };
const get = async (name, edition, cache) => {
  let data;
  try {
    const answer = await fetch(words.index.replace(/[^/]*$/, name) + (edition ? "?e=" + edition : ""), { cache });
    data = answer.ok && await answer.json();
  } catch (cause) {
    throw new Unloaded(name, { cause });
  }
  if (!data || edition && data.e !== edition) throw new Unloaded(name);
  return data;
};
const load = (name) => {
  const loading = files;
  if (!loading.has(name)) {
    loading.set(name, get(name, map.e, kept));
    loading.get(name).catch(() => loading.delete(name)); // so that the next try fetches it again
  }
  return loading.get(name);
};
const read = async (anew) => {
  map = await get("index.json", "", anew ? "reload" : "no-cache");
  map.drop = new Set(map.d.split(" "));
  let from = 0;
  for (const k of map.k) { k.from = from; from = k.to = from + k.n; }
  files = new Map();
  kept = anew ? "reload" : "default";
};
// dressed is the promise that the stylesheet of results has loaded, or failed to.
let dressed;
const dress = () => dressed ??= new Promise((done) => {
  const link = el("link", { rel: "stylesheet", href: words.sheet });
  link.onload = link.onerror = done;
  document.head.append(link);
});
const begin = (anew) => {
  if (!beginning || anew) beginning = read(anew);
  return beginning;
};

const ungap = (s, f) => {
  let last = -1, high = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c > 64 && c < 91) { high = high * 26 + c - 65; continue; }
    last += high * 36 + (c < 58 ? c - 48 : c - 87) + 1;
    high = 0;
    f(last);
  }
};
const shardOf = (word) => {
  let low = 0, high = map.s.length;
  while (low < high) { const m = (low + high) >> 1; if (map.s[m] <= word) low = m + 1; else high = m; }
  return Math.max(0, low - 1);
};
const shard = async (i) => (await load(`index/words-${i}.json`)).w;

const formsOf = (all, i) => all[i + 1].split(" ").map((end) => all[i] + end);

// slips is the edit distance of two words: letters that are wrong, missing, too
// many or swapped. It stops counting above most.
const slips = (a, b, most) => {
  let before, row = [...Array(b.length + 1).keys()];
  for (let i = 0; i < a.length && Math.min(...row) <= most; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] !== b[j]),
        a[i] === b[j - 1] && a[i - 1] === b[j] ? before[j - 1] + 1 : Infinity));
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};

// near returns the word that is probably meant by one that no document has: the one
// with the fewest slips, and of these the one in most documents. It searches the
// shard of the word, which is loaded already, then the shards of the word without a
// slip in its first two letters. A number is never replaced.
const near = async (word) => {
  if (word.length < 4 || /\d/.test(word)) return;
  let least = word.length > 7 ? 2 : 1, most = 0, best;
  const seek = (all) => {
    for (let i = 0; i < all.length; i += 3) {
      for (const f of formsOf(all, i)) {
        if (Math.abs(f.length - word.length) > least) continue;
        const n = slips(word, f, least), size = all[i + 2].length;
        if (n < least || n === least && size > most) [least, most, best] = [n, size, f];
      }
    }
  };
  const own = shardOf(word);
  seek(await shard(own));
  if (best) return best;
  const others = new Set([word[1] + word[0] + word.slice(2), word.slice(1)].map(shardOf));
  others.delete(own);
  (await Promise.all([...others].map(shard))).forEach(seek);
  return best;
};

// lookUp returns the weight of a word in each document that has it, and its
// other forms. A word that no document has stands for those that begin with it; if
// there are none, for one that is near to it; but not if it is meant exactly.
const lookUp = async (word, exactly) => {
  const found = { word, weights: new Int32Array(map.n), any: false, forms: new Set([word]) };
  const all = await shard(shardOf(word));
  const take = (i) => {
    for (const f of formsOf(all, i)) found.forms.add(f);
    const [rare, ...groups] = all[i + 2].split(" ");
    for (const g of groups) {
      const weight = parseInt(rare, 36) * g[0];
      ungap(g.slice(2), (d) => { if (weight > found.weights[d]) found.weights[d] = weight; });
    }
    found.any = true;
  };
  for (let i = 0; i < all.length; i += 3) if (word.startsWith(all[i]) && formsOf(all, i).includes(word)) take(i);
  if (exactly) return found;
  if (!found.any && word.length > 2) {
    for (let i = 0; i < all.length; i += 3) if (formsOf(all, i).some((f) => f.startsWith(word))) take(i);
  }
  if (!found.any) found.near = await near(word);
  return found;
};

// lookUpAll looks up the words of terms, but for those that are dropped. A compound is
// what has its word, or all of its parts.
const lookUpAll = async (terms, drop, exactly) => (await Promise.all(terms.map(async ({ parts, whole }) => {
  const [one, ...all] = await Promise.all([whole && lookUp(whole, true), ...parts.filter((w) => !drop.has(w)).map((w) => lookUp(w, exactly))]);
  if (!one) return all;
  one.weights.forEach((w, d) => {
    const sum = all.length && all.every((l) => l.weights[d]) ? all.reduce((n, l) => n + l.weights[d], 0) : 0;
    if (sum > w) { one.weights[d] = sum; one.any = true; }
  });
  for (const l of all) for (const f of l.forms) one.forms.add(f);
  return one.any ? one : all;
}))).flat();

// find returns the documents that have all words, the best first; if there are
// none, those that have most of them. Words that are dropped count if there are no
// others, and then all have to be there. meant is the query with the words that do not exist replaced by near ones, if
// there are any; common is whether it has words only that are dropped, which "AT&T" has not:
// it is a word of its own that is nowhere.
const find = async (query) => {
  const terms = [...new Map(termsOf(query).map((t) => [t.parts.join(" "), t])).values()].filter((t) => t.parts.length);
  let looked = await lookUpAll(terms, map.drop);
  const common = terms.length && !looked.length;
  if (common) looked = await lookUpAll(terms, new Set(), true);
  const weights = new Int32Array(map.n), has = new Uint8Array(map.n), docs = [];
  for (const l of looked) l.weights.forEach((w, d) => { if (w) { weights[d] += w; has[d]++; } });
  const most = has.reduce((a, b) => Math.max(a, b), 0);
  if (most && (!common || most === looked.length)) has.forEach((n, d) => { if (n === most) docs.push(d); });
  docs.sort((a, b) => weights[b] - weights[a] || a - b);
  const other = new Map(looked.map((l) => [l.word, l.near]));
  const meant = looked.some((l) => l.near) && joined(query).replace(isWord, (w) => other.get(fold(w)) ?? w);
  return { docs, forms: new Set(looked.flatMap((l) => [...l.forms])), some: most < looked.length, meant, common: common && !terms.some((t) => t.whole) };
};

// ---- Narrowing.

const facetNames = ["state", "who", "law", "year"];
const kindOf = (d) => map.k.find((k) => d < k.to).k;
const setOf = (s) => { const set = new Set(); ungap(s, (d) => set.add(d)); return set; };
const address = (state, change = {}) => {
  const p = new URLSearchParams();
  for (const k of ["q", "kind", ...facetNames, "disputed", "show"]) {
    const v = k in change ? change[k] : k === "show" ? "" : state.get(k);
    if (v) p.set(k, v);
  }
  return location.pathname + (p.size === 0 ? "" : "?" + p);
};

// filters are the conditions of an address besides its words: by name, whether
// a document meets it.
const filters = async (state) => {
  const f = new Map();
  if (state.get("kind")) f.set("kind", (d) => kindOf(d) === state.get("kind"));
  if (state.get("disputed")) { const in_ = setOf(map.x); f.set("disputed", (d) => in_.has(d)); }
  if (facetNames.some((n) => state.get(n))) {
    for (const { k, v } of (await load("index/facets.json")).f) {
      if (!state.get(k)) continue;
      const value = v.find(([id]) => id === state.get(k));
      const in_ = value ? setOf(value[2]) : new Set();
      f.set(k, (d) => in_.has(d));
    }
  }
  return f;
};
const meeting = (docs, f, except) => docs.filter((d) => [...f].every(([name, ok]) => name === except || ok(d)));

const choice = (state, name, value, label, n) => {
  const on = state.get(name) === value;
  const a = el("a", { href: address(state, { [name]: on ? "" : value }), "data-own": "" }, label);
  if (!on) return el("li", {}, a, " ", el("span", { class: "n" }, number.format(n)));
  a.setAttribute("aria-current", "true");
  a.append(" ", el("span", { class: "n" }, words.remove));
  return el("li", {}, a);
};
const choices = (label, items) => el("div", {}, el("p", { class: "kind" }, label), el("ul", {}, ...items));

const narrowing = (state, docs, f) => {
  const nav = el("nav", { class: "search-narrow", "aria-label": words.narrow });
  const ofKind = meeting(docs, f, "kind"), here = meeting(docs, f);
  const kinds = map.k.map((k) => [k.k, ofKind.filter((d) => d >= k.from && d < k.to).length]).filter(([k, n]) => n || state.get("kind") === k);
  nav.append(choices(words.narrow, kinds.map(([k, n]) => choice(state, "kind", k, words[camel("kind", k)], n))));
  const disputed = setOf(map.x), n = meeting(docs, f, "disputed").filter((d) => disputed.has(d)).length;
  if (n || state.get("disputed")) nav.append(choices(words.only, [choice(state, "disputed", "1", words.disagree, n)]));

  const more = el("details", {}, el("summary", {}, words.narrowMore));
  const fill = async () => {
    if (more.children.length > 1) return;
    const box = el("div", { class: "search-facets" });
    more.append(box);
    try {
      const facets = (await load("index/facets.json")).f;
      for (const name of facetNames) {
        const rest = new Set(meeting(docs, f, name));
        // A value that all results have narrows nothing.
        const items = (facets.find(({ k }) => k === name)?.v || [])
          .map(([id, label, s]) => { let n = 0; ungap(s, (d) => { n += rest.has(d); }); return { id, label, n }; })
          .filter(({ id, n }) => n && n < rest.size || state.get(name) === id).sort((a, b) => b.n - a.n).slice(0, 12);
        if (items.length) box.append(choices(words[camel("facet", name)], items.map(({ id, label, n }) => choice(state, name, id, label, n))));
      }
      if (!box.firstChild) box.append(el("p", {}, words.nothingMore));
    } catch (e) {
      box.replaceWith(el("p", { role: "alert" }, e instanceof Unloaded ? words.failed : words.broken));
      expect(e);
    }
  };
  more.addEventListener("toggle", () => { if (more.open) fill(); });
  more.open = facetNames.some((name) => state.get(name));
  if (here.length > 1 || more.open) nav.append(more);
  return nav;
};

// ---- Results.

// marked is a text with the words of the query marked; a compound is marked whole.
const pieces = /([\p{L}\p{N}\p{M}]+(?:(?:[.,\u00a0\u202f]\d|[-\u2010\u2011&()]{1,2}[\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]*)*)/u;
const marked = (text, forms) => text.split(pieces).map((s, i) => i % 2 && wordsOf(s).some((w) => forms.has(w)) ? el("mark", {}, s) : s);
const hits = (text, forms) => wordsOf(text || "").some((w) => forms.has(w));

// spoken is the language of a row that has no translation.
const spoken = (row) => row.l ? { lang: row.l, dir: "auto" } : {};

const entry = (row, forms) => {
  const li = el("li", {});
  if (row.a) {
    const [before, n, after] = row.a;
    const p = el("p", { class: "amt" });
    if (before) p.append(el("span", { class: "q" }, ...marked(before, forms)), " ");
    if (row.p) p.append(el("span", { class: "n", "aria-hidden": "true" }, ...marked(n, forms)), el("span", { class: "hidden" }, row.p));
    else p.append(el("span", { class: row.z ? "n none" : "n" }, ...marked(n, forms)));
    if (after) p.append(" ", el("span", { class: "q" }, ...marked(after, forms)));
    li.append(p);
  }
  li.append(el("h3", {}, el("a", { href: row.h, ...spoken(row) }, ...marked(row.t, forms))));
  if (row.n) li.append(el("p", { class: "where" }, ...marked(row.n, forms)));
  for (const [i, by] of row.s || []) {
    const stamp = document.getElementById("search-stamps").content.children[i];
    li.append(el("p", {}, stamp.cloneNode(true), " ", el("span", { class: "where" }, by)));
  }
  if (row.x) li.append(el("p", spoken(row), ...marked(row.x, forms)));
  const quotes = row.q || [];
  const quote = quotes.find((q) => hits(q[1], forms) || hits(q[3], forms)) || quotes[0];
  if (quote) {
    const [of, text, where, translation] = quote;
    li.append(el("p", {}, el("q", { lang: of, dir: "auto" }, ...marked(text, forms)), " ", el("span", { class: "where" }, where)));
    if (translation && !hits(text, forms) && hits(translation, forms)) li.append(el("p", { class: "translation" }, ...marked(translation, forms)));
  }
  if (row.d) li.append(el("p", { class: "disagree" }, document.getElementById("search-differ").content.cloneNode(true), " ", row.d));
  return li;
};

// How many results are shown: of each kind at first, then of one kind.
const atFirst = 12, ofFacts = 5, ofOthers = 2, perPage = 20;

const chosen = (groups, one, show) => {
  const total = groups.reduce((n, g) => n + g.docs.length, 0);
  let left = one ? show : atFirst;
  return groups.map((g, i) => {
    const most = one || total <= atFirst ? left : Math.min(left, i === 0 ? ofFacts : ofOthers);
    const docs = g.docs.slice(0, most);
    left -= docs.length;
    return { ...g, shown: docs };
  });
};

const show = async (state, turn) => {
  const q = state.get("q").trim();
  const { docs, forms, some, meant, common } = await find(q);
  const f = await filters(state);
  const here = meeting(docs, f);
  const groups = map.k.map((k) => ({ name: k.k, docs: here.filter((d) => d >= k.from && d < k.to) })).filter((g) => g.docs.length);
  const one = !!state.get("kind"), limit = Math.max(perPage, +state.get("show") || 0);
  const parts = chosen(groups, one, limit);
  const rows = new Map(await Promise.all(parts.flatMap((p) => p.shown).map(async (d) =>
    [d, (await load(`index/rows-${Math.floor(d / map.b)}.json`)).r[d % map.b]])));
  if (turn !== turns) return;

  const out = [];
  if (docs.length) out.push(narrowing(state, docs, f));
  const list = el("div", { class: "search-found" });
  if (some && here.length) list.append(el("p", { class: "soft" }, words.some));
  for (const g of parts) {
    const rest = g.docs.length - g.shown.length;
    if (!g.shown.length && !rest) continue;
    const section = el("section", { class: "found-" + g.name }, el("h2", {}, words[camel("kind", g.name)]));
    if (g.shown.length) section.append(el("ul", {}, ...g.shown.map((d) => entry(rows.get(d), forms))));
    if (rest) {
      const change = one ? { show: String(limit + perPage) } : { kind: g.name };
      section.append(el("p", { class: "more" }, el("a", { href: address(state, change), "data-own": "" },
        one ? words.more : count("all", g.docs.length), el("span", { class: "hidden" }, " " + words[camel("kind", g.name)]))));
    }
    list.append(section);
  }
  results.classList.remove("waiting");
  results.replaceChildren(...out, list);
  const telling = [here.length ? count(groups.length > 1 && groups[0].name === "fact" ? "count" : "found", here.length)
    : docs.length ? count("narrowed", docs.length) : say(common ? words.common : words.nothing, q)];
  if (meant) {
    const [before, after] = words.meant.split("{}");
    telling.push((here.length ? ". " : " ") + before, el("a", { href: location.pathname + "?" + new URLSearchParams({ q: meant }), "data-own": "" }, meant), after);
  }
  if (!docs.length && !common) telling.push(" " + words.listed);
  status.replaceChildren(...telling);
};

let turns = 0;
const failed = (why, retry) => {
  const again = el("button", { type: "button" }, words.again);
  again.addEventListener("click", retry);
  status.textContent = "";
  results.classList.remove("waiting");
  results.replaceChildren(el("div", { role: "alert", class: "search-failed" }, el("p", {}, why), again));
};

// run shows the results for the address, then focuses what focus returns.
const run = async (focus) => {
  const turn = ++turns;
  const params = new URLSearchParams(location.search);
  const state = { get: (k) => params.get(k) || "" };
  const q = state.get("q").trim();
  input.value = state.get("q");
  close();
  heading.textContent = q ? say(words.results, q) : index;
  dek.hidden = !!q;
  document.title = q ? title.replace(index, say(words.results, q)) : title;
  results.classList.toggle("waiting", !!q);
  if (!q) {
    status.textContent = "";
    results.replaceChildren();
    return;
  }
  // A quick search shows no message.
  const slow = setTimeout(() => { if (turn === turns) status.textContent = words.loading; }, 300);
  try {
    try {
      await Promise.all([begin(), dress()]);
      await show(state, turn);
    } catch (e) {
      expect(e);
      // Some of the files may be of an older edition: fetch all of them again.
      await begin(true);
      await show(state, turn);
    }
    if (focus && turn === turns) focus().focus();
  } catch (e) {
    beginning = undefined;
    if (turn === turns) failed(e instanceof Unloaded ? words.failed : words.broken, () => run(toStatus));
    expect(e);
  } finally {
    clearTimeout(slow);
  }
};
const toStatus = () => status;
const go = (href, focus) => {
  if (new URL(href, location.href).href !== location.href) history.pushState(null, "", href); // so that "back" leads to another address
  run(focus);
};

form.addEventListener("submit", (e) => {
  e.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keys of a phone cover the results
  go(location.pathname + "?" + new URLSearchParams({ q: input.value.trim() }));
});
form.parentNode.addEventListener("click", (e) => {
  const a = e.target.closest("a[data-own]");
  if (!a || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
  e.preventDefault();
  const n = results.querySelectorAll("h3").length;
  // After "more", the first new result has the focus.
  go(a.href, a.search.includes("show=") ? () => results.querySelectorAll("h3 a")[n] ?? status : toStatus);
});
addEventListener("popstate", () => run());

// ---- Suggestions: words that begin as the last one does.

let active = -1, asked = 0;
function close() {
  asked++;
  active = -1;
  options.hidden = true;
  options.replaceChildren();
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}
const pick = (i) => {
  const list = [...options.children];
  active = (i + list.length) % list.length;
  list.forEach((o, j) => o.setAttribute("aria-selected", String(j === active)));
  input.setAttribute("aria-activedescendant", list[active].id);
};
const accept = (text) => { input.value = text; close(); form.requestSubmit(); };

const suggest = async () => {
  const turn = ++asked;
  const [, before, last] = input.value.match(/^(.*?)([\p{L}\p{N}\p{M}.]*)$/su);
  const start = fold(last);
  if (start.length < 2) return close();
  try {
    await begin();
    const found = [];
    const end = shardOf(start + "\uffff");
    for (let i = Math.max(shardOf(start), end - 2); i <= end; i++) {
      const all = await shard(i);
      for (let j = 0; j < all.length; j += 3) {
        const form = formsOf(all, j).filter((s) => s.startsWith(start)).sort((a, b) => a.length - b.length)[0];
        if (form && form !== start) found.push([form, all[j + 2].length]);
      }
    }
    if (turn !== asked) return;
    found.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    close();
    const texts = [...new Set(found.map(([f]) => f))].slice(0, 6);
    if (!texts.length) return;
    options.append(...texts.map((t, i) => {
      const o = el("li", { role: "option", id: "search-option-" + i, "aria-selected": "false" }, before, el("b", {}, t));
      o.addEventListener("mousedown", (e) => { e.preventDefault(); accept(before + t); });
      return o;
    }));
    options.hidden = false;
    input.setAttribute("aria-expanded", "true");
  } catch (e) {
    close();
    expect(e); // the search itself reports what fails to load
  }
};
let timer;
input.addEventListener("focus", () => { dress(); begin().catch(expect); }); // load early; a failure is reported by the search
input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 120); });
input.addEventListener("blur", () => { clearTimeout(timer); close(); });
input.addEventListener("keydown", (e) => {
  if (e.isComposing) return;
  const open = !options.hidden;
  if (e.key === "ArrowDown" && open) pick(active + 1);
  else if (e.key === "ArrowDown") suggest();
  else if (e.key === "ArrowUp" && open) pick(active < 0 ? -1 : active - 1);
  else if (e.key === "Escape" && open) close();
  else if (e.key === "Escape") input.value = "";
  else if (e.key === "Enter" && open && active >= 0) accept(options.children[active].textContent);
  else {
    if (e.key === "Enter") clearTimeout(timer);
    return;
  }
  e.preventDefault();
});

run();
}
