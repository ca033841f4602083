import { page } from "../lib/html.js";

export const data = { permalink: "/404.html" };
export const render = () => page("/404.html", "Not found", "", `<h1>Not found</h1>
<p>Nothing stands here. Try the <a href="/articles/">articles</a>.</p>`);
