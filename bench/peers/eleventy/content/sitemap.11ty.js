import { BASE } from "../lib/html.js";

export const data = { permalink: "/sitemap.xml" };
export const render = ({ collections: { articles, terms, kinds, years } }) => {
  const paths = [
    "/", "/articles/", "/amounts/", "/timeline/", ...kinds.map((k) => `/${k.kind}/`), ...years.map((y) => `/timeline/${y.year}/`),
    ...articles.map((a) => a.url), ...terms.map((t) => t.href),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((p) => `<url><loc>${BASE}${p}</loc></url>\n`).join("")}</urlset>
`;
};
