import { SITE, card, count, items, page } from "../lib/html.js";

export const data = { permalink: "/" };
export const render = ({ collections: { articles, kinds: [states, questions] } }) => page("/", "", "", `<h1>${SITE}</h1>
<h2>Latest</h2>
<ul class="articles">
${articles.slice(0, 20).map(card).join("")}</ul>
<h2>States</h2>
<ul>
${items(states.terms, count)}</ul>
<h2>Questions asked most</h2>
<ul>
${items(questions.terms.slice(0, 10), count)}</ul>`);
