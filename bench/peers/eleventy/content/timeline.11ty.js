import { items, link, page } from "../lib/html.js";

export const data = { permalink: "/timeline/" };
export const render = ({ collections }) => page("/timeline/", "Timeline", "", `<h1>Timeline</h1>
<ul>
${items(collections.years, (y) => `${link(`/timeline/${y.year}/`, y.year)} (${y.events.length})`)}</ul>`);
