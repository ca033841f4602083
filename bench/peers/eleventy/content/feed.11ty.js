import { BASE, SITE, text } from "../lib/html.js";

export const data = { permalink: "/index.xml" };
export const render = ({ collections }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${SITE}</title>
<link>${BASE}/</link>
<description>${SITE}</description>
<atom:link rel="self" type="application/rss+xml" href="${BASE}/index.xml"/>
${collections.articles.slice(0, 50).map((a) => `<item>
<title>${text(a.data.title)}</title>
<link>${BASE}${a.url}</link>
<guid>${BASE}${a.url}</guid>
<pubDate>${a.date.toUTCString()}</pubDate>
<description>${text(a.data.summary)}</description>
</item>
`).join("")}</channel>
</rss>
`;
