import { amount, link, page, pager } from "../lib/html.js";

export const data = { pagination: { data: "collections.amountSheets", size: 1, alias: "sheet" }, permalink: (d) => d.sheet.path };
export const render = ({ sheet }) => page(sheet.path, sheet.title, "", `<h1>${sheet.title}</h1>
<table>
<thead><tr><th>Date</th><th>From</th><th>To</th><th>Amount</th></tr></thead>
<tbody>
${sheet.list.map((m) => `${amount(m)}<tr><td colspan="4">${link(m.article.url, m.article.data.title)}</td></tr>\n`).join("")}</tbody>
</table>
${pager(sheet)}`);
