import { createRequire } from "node:module";
import { address, archive, sheets } from "./lib/archive.js";

const require = createRequire(import.meta.url);
const markdownIt = require("markdown-it");
const prism = require("prismjs");
require("prismjs/components/")(["json", "yaml"]);

export default function (config) {
  config.setQuietMode(true);
  const md = markdownIt({
    html: false, typographer: true,
    highlight: (code, language) => (language in prism.languages ? prism.highlight(code, prism.languages[language], language) : ""),
  });
  md.renderer.rules.link_open = (tokens, i, options, env, self) => {
    tokens[i].attrSet("href", address(tokens[i].attrGet("href")));
    return self.renderToken(tokens, i, options);
  };
  md.core.ruler.push("ids", ({ tokens }) => {
    tokens.forEach((t, i) => {
      if (t.type === "heading_open") t.attrSet("id", tokens[i + 1].content.toLowerCase().replace(/[^a-z0-9]+/g, "-"));
    });
  });
  config.setLibrary("md", md);
  config.addPassthroughCopy("style.css");

  const collect = (name, list) => config.addCollection(name, (api) => list(archive(api.getFilteredByGlob("content/articles/*.md"))));
  collect("articles", (a) => a.articles);
  collect("articleSheets", (a) => sheets("/articles/", "Articles", "", a.articles));
  collect("termSheets", (a) => a.terms.flatMap((t) => sheets(t.href, t.name, `${t.about}, ${t.articles.length} articles`, t.articles)));
  collect("amountSheets", (a) => sheets("/amounts/", "Amounts", "", a.amounts));
  collect("kinds", (a) => a.kinds);
  collect("terms", (a) => a.terms);
  collect("years", (a) => a.years);
  return { dir: { input: "content", includes: "../includes", data: "../none" }, markdownTemplateEngine: false, htmlTemplateEngine: false };
}
