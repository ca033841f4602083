// Cuts a release of schema.org down to internal/sitetest/testdata/schemaorg/vocabulary.tsv,
// which a test holds the JSON-LD of the pages to: every type with the types above it, and
// every property with the types that have it and those of its values. Comments, examples,
// members of enumerations and what the release calls superseded are left out.
//
//	node tools/schemaorg/vocabulary.mjs schemaorg-current-https.jsonld VERSION
//
// The file is in the folder data/releases/VERSION of github.com/schemaorg/schemaorg.
import { readFileSync, writeFileSync } from "node:fs";

const [file, version] = process.argv.slice(2);
const list = (v) => (v === undefined ? [] : [v].flat());
const names = (v) => list(v).map((x) => x["@id"]).filter((id) => id.startsWith("schema:")).map((id) => id.slice("schema:".length)).sort().join(" ");

const rows = [];
for (const term of JSON.parse(readFileSync(file, "utf8"))["@graph"]) {
  const kinds = list(term["@type"]);
  const name = names(term);
  if (name === "" || term["schema:supersededBy"]) continue;
  if (kinds.includes("rdfs:Class")) rows.push(["type", name, names(term["rdfs:subClassOf"])]);
  if (kinds.includes("rdf:Property")) rows.push(["property", name, names(term["schema:domainIncludes"]), names(term["schema:rangeIncludes"])]);
}
const lines = rows.map((row) => row.join("\t")).sort();
writeFileSync(
  new URL("../../internal/sitetest/testdata/schemaorg/vocabulary.tsv", import.meta.url),
  `# schema.org ${version}, cut down by tools/schemaorg/vocabulary.mjs. Licence: CC BY-SA 3.0.\n${lines.join("\n")}\n`,
);
