// The parts of pages, as the other programs write them.
import { terms } from "./archive.js";

export const SITE = "A large site";
export const BASE = "https://large.example";

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
export const text = (s) => String(s ?? "").replace(/[&<>"']/g, (c) => ENTITIES[c]);

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export const day = (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
export const iso = (d) => d.toISOString().slice(0, 10);
const number = new Intl.NumberFormat("en-US");

export const link = (href, label) => `<a href="${text(href)}">${text(label)}</a>`;
export const term = (id) => link(terms.get(id).href, terms.get(id).name);
export const items = (list, item) => list.map((x) => `<li>${item(x)}</li>\n`).join("");

const top = `<a class="skip" href="#_main">Skip to the text</a>
<header>
<p class="wordmark"><a href="/">${SITE}</a></p>
<nav aria-label="Main">
<ul>
${["articles", "amounts", "states", "questions", "entities", "timeline"].map((s) => `<li><a href="/${s}/">${s[0].toUpperCase()}${s.slice(1)}</a></li>`).join("\n")}
</ul>
</nav>
</header>`;

const foot = `<footer>
<p>Every figure leads to its source. Nothing here is legal advice.</p>
<p><a href="/index.xml">Feed</a> · <a href="/sitemap.xml">Sitemap</a></p>
</footer>`;

export const page = (path, title, summary, main) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${text(title)} · ` : ""}${SITE}</title>
<meta name="description" content="${text(summary)}">
<link rel="canonical" href="${BASE}${path}">
<meta property="og:site_name" content="${SITE}">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/rss+xml" title="${SITE}" href="/index.xml">
</head>
<body>
${top}
<main id="_main">
${main}
</main>
${foot}
</body>
</html>
`;

export const card = (a) => `<li>
<p class="where"><time datetime="${iso(a.date)}">${day(a.date)}</time></p>
<h2>${link(a.url, a.data.title)}</h2>
<p>${text(a.data.summary)}</p>
</li>
`;

export const amount = (m) => `<tr id="${m.id}">
<td>${day(m.date)}</td>
<td>${term(m.payer)}</td>
<td>${term(m.payee)}</td>
<td class="amt">${m.qualifier ? `${m.qualifier} ` : ""}$${number.format(m.value)}</td>
</tr>
`;

export const pager = (s) => s.of === 1 ? "" : `<nav aria-label="Pages"><p class="pager">${s.newer ? `<a rel="prev" href="${s.newer}">Newer</a> ` : ""}<span>page ${s.number} of ${s.of}</span>${s.older ? ` <a rel="next" href="${s.older}">Older</a>` : ""}</p></nav>`;

export const cards = (s) => page(s.path, s.title, "", `<h1>${text(s.title)}</h1>
${s.about ? `<p class="where">${text(s.about)}</p>\n` : ""}<ul class="articles">
${s.list.map(card).join("")}</ul>
${pager(s)}`);

export const count = (t) => `${link(t.href, t.name)} (${t.articles.length})`;
