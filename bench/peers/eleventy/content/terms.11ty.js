import { cards } from "../lib/html.js";

export const data = { pagination: { data: "collections.termSheets", size: 1, alias: "sheet" }, permalink: (d) => d.sheet.path };
export const render = (d) => cards(d.sheet);
