import { archive } from "../lib/archive.js";
import { amount, day, iso, items, link, page, term, text } from "../lib/html.js";

export const render = (a) => {
  const mentions = archive(a.collections.articles).mentions.get(a.page.fileSlug);
  return page(a.page.url, a.title, a.summary, `<article>
<h1>${text(a.title)}</h1>
<p class="dek">${text(a.summary)}</p>
<p class="where">${link(a.source.url, a.source.publisher)}, <time datetime="${iso(a.source.published)}">${day(a.source.published)}</time>; read ${day(a.page.date)}</p>
<ul class="names">
${items(a.states, term)}</ul>
<table>
<caption>Amounts</caption>
<thead><tr><th>Date</th><th>From</th><th>To</th><th>Amount</th></tr></thead>
<tbody>
${a.amounts.map(amount).join("")}</tbody>
</table>
${a.content}
<h2>Events</h2>
<ol>
${a.events.map((e) => `<li id="${e.id}">${day(e.date)}: ${text(e.title)}</li>\n`).join("")}</ol>
<h2>Legal questions</h2>
<ul>
${items(a.questions, term)}</ul>
<h2>People and organizations</h2>
<ul>
${items(a.entities, term)}</ul>
${mentions ? `<h2>Mentioned in</h2>\n<ul>\n${items(mentions, (m) => link(m.url, m.data.title))}</ul>\n` : ""}</article>`);
};
