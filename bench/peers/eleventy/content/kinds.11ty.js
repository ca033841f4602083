import { count, items, page } from "../lib/html.js";

const titles = { states: "States", questions: "Questions", entities: "People and organizations" };

export const data = { pagination: { data: "collections.kinds", size: 1, alias: "list" }, permalink: (d) => `/${d.list.kind}/` };
export const render = ({ list }) => page(`/${list.kind}/`, titles[list.kind], "", `<h1>${titles[list.kind]}</h1>
<ul>
${items(list.terms, count)}</ul>`);
