import { day, iso, items, link, page, text } from "../lib/html.js";

export const data = { pagination: { data: "collections.years", size: 1, alias: "y" }, permalink: (d) => `/timeline/${d.y.year}/` };
export const render = ({ y }) => page(`/timeline/${y.year}/`, y.year, "", `<h1>${y.year}</h1>
<ol>
${items(y.events, (e) => `<time datetime="${iso(e.date)}">${day(e.date)}</time>: ${text(e.title)}, ${link(e.article.url, e.article.data.title)}`)}</ol>`);
