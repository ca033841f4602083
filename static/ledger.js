// The ledger narrowed and sorted. Without this two groups of filters work by
// the stylesheet, and the table is whole.
"use strict";
{
  const $ = (s) => document.querySelector(s);
  const form = $(".filters"), body = $(".ledger tbody"), headings = [...$(".ledger thead tr").cells], rows = [...body.rows];
  const status = $("#_shown"), csv = $("#_csv");

  const fits = ({ dataset: d }, [name, value]) =>
    name === "differs" ? "differs" in d
      : name === "least" ? d.lowest && +d.lowest >= +value
        : name === "qualifier" ? d[name] === value
          : d[name].split(" ").includes(value);
  const shown = () => rows.filter((row) => !row.hidden);
  const apply = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value);
    for (const row of rows) row.hidden = !asked.every((one) => fits(row, one));
    status.textContent = status.dataset.words.replace("%n", shown().length).replace("%m", rows.length);
    const query = new URLSearchParams(asked) + "";
    history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash);
  };

  // What the address asks for and does not exist is not asked for.
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements[name];
    if (!control) continue;
    if (control.type === "checkbox") control.checked = true;
    else control.value = value;
    if (control.selectedIndex < 0) control.value = "";
  }

  headings.forEach((cell, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    cell.append(button);
    // What has no number stands last, whichever way.
    const compare = (a, b, sign) => {
      if (i) return sign * a.cells[i].textContent.localeCompare(b.cells[i].textContent);
      const x = a.dataset.lowest, y = b.dataset.lowest;
      return x && y ? sign * (x - y) : !x - !y;
    };
    button.onclick = () => {
      const sign = cell.ariaSort === "ascending" ? -1 : 1;
      for (const other of headings) other.ariaSort = null;
      cell.ariaSort = sign > 0 ? "ascending" : "descending";
      body.append(...rows.sort((a, b) => compare(a, b, sign)));
    };
  });

  // The CSV of what is shown: the lines of the published file with its addresses.
  csv.onclick = async (e) => {
    if (shown().length === rows.length) return;
    e.preventDefault();
    const ends = shown().map((row) => row.querySelector("th a").getAttribute("href"));
    const lines = (await (await fetch(csv.href)).text()).split("\r\n");
    const kept = lines.filter((line, i) => !i || ends.some((end) => line.endsWith(end)));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([kept.join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = "amounts.csv";
    link.click();
  };

  $(".more-filters").hidden = false;
  form.oninput = apply;
  form.onreset = () => setTimeout(apply);
  form.onsubmit = () => false;
  apply();
}
