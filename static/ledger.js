// Narrows and sorts the ledger. The conditions and the order are in the address.
// Without this script two groups of filters work by the stylesheet, and the table
// is whole.
"use strict";
{
  const $ = (s) => document.querySelector(s);
  const form = $(".filters"), body = $(".ledger tbody"), headings = [...$(".ledger thead tr").cells];
  // A row that begins another currency has no figure of its own.
  const units = [...body.querySelectorAll(".unit")], rows = [...body.rows].filter((row) => !units.includes(row));
  const status = $("#_shown"), csv = $("#_csv"), all = status.textContent, whole = csv.textContent;
  const { sort, unit, least } = form.elements, published = sort.value;
  const number = new Intl.NumberFormat(status.dataset.digits);
  const columns = ["amount", "what", "from", "to", "period", "source", "why"];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const fits = ({ dataset: d }, [name, value]) =>
    name === "differs" ? "differs" in d
      : name === "least" ? d.unit === unit.value && d.number && +d.number >= +value
        : name === "qualifier" ? d[name] === value
          : d[name].split(" ").includes(value);
  const shown = () => [...body.rows].filter((row) => !row.hidden && !units.includes(row));
  const currency = (row) => row.dataset.unit.split("/")[0];

  // What a row is sorted by; empty for a row that comes last in both directions.
  const key = (row, column) => {
    if (column === "amount" || column === "period" || column === "source") return +row.dataset[column];
    const cell = row.cells[columns.indexOf(column)];
    return cell.className !== "soft" && cell.textContent.replace(/^[^\p{L}\p{N}]+/u, "");
  };
  // Amounts are sorted within their unit; the units stay in the published order.
  const bases = rows.map((row) => row.dataset.unit);
  const sorted = () => {
    if (sort.value === published) return rows;
    const column = sort.value.replace("-", ""), sign = column === sort.value ? 1 : -1;
    return [...rows].sort((a, b) => {
      const x = key(a, column), y = key(b, column);
      return !x - !y || column === "amount" && bases.indexOf(a.dataset.unit) - bases.indexOf(b.dataset.unit)
        || sign * (x - y || collator.compare(x, y));
    });
  };

  // The conditions of the form, without the order.
  const conditions = () => [...new FormData(form)].filter(([name, value]) => value && name !== "sort" && name !== "unit");
  const narrow = () => {
    const asked = conditions();
    const meets = (row, conditions) => conditions.every((one) => fits(row, one));
    for (const row of rows) row.hidden = !meets(row, asked);
    for (const unit of units) unit.hidden = !sort.value.endsWith("amount") || !rows.some((row) => !row.hidden && currency(row) === unit.dataset.unit);
    // A chip counts what choosing it would show.
    for (const { name, value, parentNode } of form.querySelectorAll("[type=radio]")) {
      const other = asked.filter((one) => one[0] !== name);
      if (value) other.push([name, value]);
      parentNode.querySelector(".n").textContent = `(${number.format(rows.filter((row) => meets(row, other)).length)})`;
    }
    const n = shown().length, { some, none } = status.dataset;
    const count = asked.length ? (n ? some : none).replace("%n", number.format(n)).replace("%m", number.format(rows.length)) : all;
    status.textContent = sort.value === published ? count : count + " · " + sort.selectedOptions[0].text;
    csv.textContent = n < rows.length ? csv.dataset.shown : whole;
  };
  const apply = () => {
    const order = sorted();
    body.append(...order);
    for (const unit of units) order.find((row) => currency(row) === unit.dataset.unit)?.before(unit);
    headings.forEach((cell, i) => {
      const at = ["-" + columns[i], columns[i]].indexOf(sort.value);
      cell.ariaSort = ["descending", "ascending"][at] ?? null;
    });
    narrow();
    const asked = conditions();
    if (least?.value) asked.push(["unit", unit.value]);
    if (sort.value !== published) asked.push(["sort", sort.value]);
    const query = new URLSearchParams(asked) + "";
    history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash);
  };

  // Conditions of the address that do not exist are ignored.
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements.namedItem(name);
    if (!control || control.id) continue;
    const before = control.value;
    if (control.type === "checkbox") control.checked = true;
    else control.value = value;
    if (control.selectedIndex < 0) control.value = before;
  }

  headings.forEach((cell, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
    button.onclick = () => {
      const up = columns[i];
      sort.value = sort.value === up ? "-" + up : up;
      apply();
    };
  });

  // The CSV of what is shown, in its order: the lines of the table of reports that
  // end in its addresses. No cell has two lines.
  if (csv) csv.onclick = async (e) => {
    if (shown().length === rows.length) return;
    e.preventDefault();
    const answer = await fetch(csv.href).catch(() => 0);
    if (!answer.ok) return location.assign(csv.href); // the browser shows what is wrong
    const lines = (await answer.text()).split("\r\n");
    const kept = shown().map((row) => lines.find((line) => line.endsWith(row.querySelector("th a").getAttribute("href"))));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([[lines[0], ...kept, ""].join("\r\n")], { type: "text/csv" }));
    link.download = "reports.csv";
    link.click();
  };

  $(".more-filters").hidden = false;
  // Typing narrows at once; the address is written when a choice is made.
  form.oninput = narrow;
  form.onchange = apply;
  form.onreset = () => setTimeout(apply);
  form.onsubmit = () => false;
  $(".fold").open = location.search !== "";
  apply();
}
