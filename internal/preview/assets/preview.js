// The preview in the browser: it listens to the stream of events and makes the
// page follow the files. Each event has the whole state, and this script decides
// what to do, so an event that was missed does no harm.
//
// Author's text is only ever written as text: there is no innerHTML here.
"use strict";
(() => {
  const script = document.currentScript;
  const page = script.dataset.page;
  const alone = "alone" in script.dataset; // the page of mistakes says them itself
  const memory = "receipts-preview " + location.pathname;

  // ---- elements

  function el(name, attributes, ...children) {
    const e = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") e.addEventListener(key, value);
      else if (value !== undefined && value !== "") e.setAttribute(key, value);
    }
    e.append(...children.filter((c) => c !== undefined && c !== null && c !== ""));
    return e;
  }

  const plural = (n, word) => n + " " + word + (n === 1 ? "" : "s");
  const at = (m) => (m.file ? m.file + ":" + m.line + ":" + m.column : "");

  // opener is what opens a place in the editor: a link, or a button if the
  // preview itself starts the editor. Without either it is the place alone.
  function opener(m, token, label) {
    if (!m.file) return "";
    if (!token) return m.editor ? el("a", { href: m.editor, title: "open in the editor" }, label) : el("span", {}, label);
    return el("button", {
      type: "button",
      class: "link",
      title: "open in the editor",
      click: () => fetch("/-/open", {
        method: "POST",
        headers: { "Receipts-Token": token, "Content-Type": "application/json" },
        body: JSON.stringify({ file: m.file, line: m.line, column: m.column }),
      }),
    }, label);
  }

  function describe(m, token) {
    return el("li", { class: m.kind },
      el("p", { class: "what" },
        el("b", {}, m.kind), " ",
        m.code ? (m.guide ? el("a", { class: "code", href: m.guide }, m.code) : el("span", { class: "code" }, m.code)) : "",
        " ", m.message),
      m.file ? el("p", { class: "where" }, opener(m, token, at(m))) : "",
      m.frame ? el("pre", {}, m.frame) : "",
      m.hint ? el("p", { class: "hint" }, m.hint) : "",
      ...(m.related || []).flatMap((r) => [
        el("p", { class: "where" }, opener(r, token, at(r)), ": ", r.message),
        r.frame ? el("pre", {}, r.frame) : "",
      ]));
  }

  const lacks = (m, token) => el("li", {}, el("p", {}, m.hint + ": " + m.message), el("p", { class: "where" }, opener(m, token, at(m))));

  // fill makes a list show items. An item that it shows already keeps its element,
  // and so its focus: an author goes down a list of mistakes while she mends them.
  function fill(list, items, token, make) {
    const held = new Map([...list.children].map((li) => [li.dataset.key, li]));
    const wanted = [];
    for (const m of items) {
      const key = JSON.stringify([token, m]);
      const li = held.get(key) || make(m, token);
      held.delete(key);
      li.dataset.key = key;
      wanted.push(li);
    }
    for (const li of held.values()) li.remove();
    wanted.forEach((li, i) => { if (list.children[i] !== li) list.insertBefore(li, list.children[i] || null); });
  }

  // set replaces the children of an element, unless key says that it has them.
  function set(e, key, ...children) {
    if (e.dataset.key === key) return;
    e.dataset.key = key;
    e.replaceChildren(...children.filter((c) => c !== ""));
  }

  // ---- the bar and the overlay: made once, and kept up to date

  let root;
  let shadow;
  let parts;
  let state;
  let hidden = ""; // the mistakes that the author does not want to see now

  function folded(name) {
    const parts = { summary: el("summary", {}), list: el("ul", { class: "list" }), rest: el("p", { class: "quiet" }) };
    parts.whole = el("details", { "data-name": name, hidden: "hidden" }, parts.summary, parts.list, parts.rest);
    return parts;
  }

  function attach() {
    root = el("receipts-preview", {});
    shadow = root.attachShadow({ mode: "open" });
    parts = {
      place: el("span", { class: "place" }), badges: el("span", { class: "badges" }), desk: el("a", {}, "desk"), unread: el("span", {}), took: el("span", { class: "quiet" }), fine: el("span", { class: "quiet" }),
      unwritten: folded("unwritten"), lacking: folded("lacking"), warnings: folded("warnings"),
      again: el("button", { type: "button", class: "link red", click: () => { hidden = ""; show(); } }),
      heading: el("h2", {}), stops: el("ol", { class: "list" }), rest: el("p", {}), live: el("p", { class: "live", role: "status" }),
    };
    parts.close = el("button", { type: "button", class: "link close", click: () => { hidden = JSON.stringify(state.stops); show(); } }, "hide (Esc)");
    parts.overlay = el("section", { class: "overlay", role: "region", "aria-label": "mistakes", tabindex: "0", hidden: "hidden" },
      el("div", { class: "head" }, parts.heading, parts.close), parts.stops, parts.rest);
    shadow.append(el("link", { rel: "stylesheet", href: "/-/preview.css" }), parts.overlay,
      el("footer", { class: "bar", "aria-label": "preview" }, parts.place, parts.desk, parts.badges, parts.unwritten.whole, parts.lacking.whole, parts.unread, parts.warnings.whole,
        parts.fine, el("span", { class: "grow" }), parts.again, parts.took, parts.live));
    document.body.append(root);
    document.head.append(el("link", { rel: "stylesheet", href: "/-/page.css" }));
    addEventListener("keydown", (e) => {
      if (e.key === "Escape" && !parts.overlay.hidden) parts.close.click();
    });
    for (const e of document.querySelectorAll(".missing")) {
      e.tabIndex = 0;
      e.title = "there is nothing here to link to yet";
    }
  }

  function fold(part, n, words, items, make) {
    part.whole.hidden = n === 0;
    set(part.summary, words, words);
    fill(part.list, items, state.token, make);
    part.rest.hidden = n <= items.length;
    set(part.rest, String(n - items.length), "and " + (n - items.length) + " more, in the terminal");
  }

  function show() {
    const { token, stops, source } = state;
    const label = (m) => m.file + ":" + m.line;
    set(parts.place, JSON.stringify([source, state.from, state.missing, token]),
      state.missing && !source ? el("span", { class: "quiet" }, "there is no page at this address") :
        source ? opener(source, token, token || source.editor ? "open " + label(source) + " in the editor" : label(source)) :
          el("span", { class: "quiet" }, "made from " + (state.from || "several files")));
    parts.desk.hidden = !state.desk;
    parts.desk.href = state.desk || "";
    set(parts.badges, JSON.stringify(state.badges), ...state.badges.map((b) => el("span", { class: "badge" }, b)));
    fold(parts.unwritten, state.unwrittenCount, plural(state.unwrittenCount, "link") + " to what is not written yet", state.unwritten, describe);
    fold(parts.lacking, state.lacking.length, plural(state.lacking.length, "fact") + " without full evidence", state.lacking, lacks);
    set(parts.unread, JSON.stringify(state.unread), ...(state.unread ? [el("a", { href: state.unread.href }, plural(state.unread.count, "item") + " to read against a source")] : []));
    fold(parts.warnings, state.warningCount, plural(state.warningCount, "warning"), state.warnings, describe);
    const clean = state.warningCount === 0 ? "no warnings" : "";
    set(parts.fine, clean, clean);
    const many = stops.length && stops[0].kind === "fault" ? "the files cannot be read" : plural(state.stopCount, "mistake");
    parts.again.hidden = state.whole;
    set(parts.again, many, "not the newest: " + many);
    const built = "built in " + Math.round(state.took) + " ms";
    set(parts.took, built, built);
    parts.overlay.hidden = state.whole || JSON.stringify(stops) === hidden;
    const heading = many + (state.missing ? "; the page appears once all is mended" : "; behind this is the page from before");
    set(parts.heading, heading, heading);
    fill(parts.stops, stops, token, describe);
    const rest = state.stopCount > stops.length && stops.length >= 60 ? "more are in the terminal" : "";
    parts.rest.hidden = !rest;
    set(parts.rest, rest, rest);
    const news = state.whole ? "the page is the newest" : many;
    set(parts.live, news, news);
    root.dataset.state = state.whole ? "whole" : "mistakes";
  }

  // away says that the server does not answer, so the bar may be out of date.
  function away() {
    root.dataset.state = "away";
    const gone = "the preview has ended; once it runs again, this page follows";
    set(parts.took, gone, el("b", { class: "red" }, gone));
    set(parts.live, gone, gone);
  }

  // ---- following the files

  // restyle replaces the stylesheets whose bytes have changed. The old one is
  // removed when the new one has loaded, so that the page is never without.
  function restyle(styles) {
    for (const link of document.querySelectorAll('link[rel="stylesheet"][href*="/static/"]')) {
      const path = new URL(link.href).pathname;
      const name = path.replace(/^.*\/static\//, "").replace(/\.[0-9a-f]+(\.css)$/, "$1");
      const now = styles[name];
      if (!now || now.href === path || link.dataset.leaves) continue;
      const next = el("link", { rel: "stylesheet", href: now.href, integrity: now.integrity });
      link.dataset.leaves = "yes";
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => location.reload());
      link.after(next);
    }
  }

  // pathTo names an element so that it can be found again on the next page.
  function pathTo(e) {
    const steps = [];
    for (; e && e !== document.body; e = e.parentElement) {
      if (e.id) return ["#" + CSS.escape(e.id), ...steps].join(" > ");
      const same = [...e.parentElement.children].filter((c) => c.localName === e.localName);
      steps.unshift(e.localName + ":nth-of-type(" + (same.indexOf(e) + 1) + ")");
    }
    return ["body", ...steps].join(" > ");
  }

  const find = (path) => { try { return path && document.querySelector(path); } catch { return null; } };

  const blocks = "main :is(h1, h2, h3, h4, p, li, dt, dd, tr, pre, figcaption, summary)";
  const words = (e) => e.textContent.trim().slice(0, 200);
  const same = (e) => [...document.querySelectorAll(blocks)].filter((o) => words(o) === words(e));
  const again = (kept) => {
    const all = [...document.querySelectorAll(blocks)].filter((e) => words(e) === kept.words);
    return all[Math.min(kept.at, all.length - 1)];
  };

  // remember saves the author's place: what is at the top of the window, what has
  // the focus, which details are open.
  function remember() {
    const kept = { x: scrollX, y: scrollY, open: [], shut: [] };
    // The text at the top is found again by its words, since its position changes
    // with a paragraph above it; if the words are new, by its heading.
    const seen = (a) => a.getClientRects().length > 0;
    const top = (a) => a.getBoundingClientRect().top;
    const moves = (a) => !a || !["sticky", "fixed"].includes(getComputedStyle(a).position) && moves(a.parentElement);
    if (scrollY > 0) {
      const block = [...document.querySelectorAll(blocks)].find((a) => seen(a) && top(a) > -200 && a.getBoundingClientRect().bottom > 1 && words(a) && moves(a));
      if (block) kept.block = { words: words(block), at: same(block).indexOf(block), top: top(block) };
      const above = [...document.querySelectorAll("main [id], body > [id]")].filter((a) => seen(a) && top(a) <= 1).pop();
      if (above) kept.anchor = { path: "#" + CSS.escape(above.id), top: top(above) };
    }
    const focus = document.activeElement;
    if (focus && focus !== document.body && focus !== root) {
      kept.focus = pathTo(focus);
      if ("value" in focus) kept.value = focus.value;
      try { kept.selection = [focus.selectionStart, focus.selectionEnd]; } catch { /* it has none */ }
    }
    for (const d of document.querySelectorAll("details")) (d.open ? kept.open : kept.shut).push(pathTo(d));
    try { sessionStorage.setItem(memory, JSON.stringify(kept)); } catch { /* then it is forgotten */ }
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(memory));
      sessionStorage.removeItem(memory);
    } catch { /* nothing was kept */ }
    if (!kept) return;
    for (const p of kept.open) { const d = find(p); if (d && d.localName === "details") d.open = true; }
    for (const p of kept.shut) { const d = find(p); if (d && d.localName === "details") d.open = false; }
    const scroll = () => {
      scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
      const block = kept.block && again(kept.block);
      const anchor = block || kept.anchor && find(kept.anchor.path);
      if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - (block ? kept.block : kept.anchor).top, behavior: "instant" });
    };
    const focus = find(kept.focus);
    if (focus) {
      focus.focus({ preventScroll: true });
      if ("value" in focus && kept.value !== undefined && focus.value !== kept.value) {
        focus.value = kept.value;
        focus.dispatchEvent(new Event("input", { bubbles: true }));
      }
      try { if (kept.selection && kept.selection[0] !== null) focus.setSelectionRange(...kept.selection); } catch { /* it has none */ }
    }
    scroll();
    addEventListener("load", () => {
      scroll();
      // Not at once: the browser would still restore its own position over ours.
      setTimeout(() => { if (stream || document.hidden) history.scrollRestoration = "auto"; }, 500);
    }, { once: true });
  }

  function reload() {
    stop();
    remember();
    history.scrollRestoration = "manual"; // restore does it, by the text
    location.reload();
  }

  let stream;
  let leaving;

  function onState(event) {
    clearTimeout(leaving);
    leaving = undefined;
    const now = JSON.parse(event.data);
    if (now.page !== page) return reload();
    if (alone) return;
    state = now;
    restyle(state.styles);
    show();
  }

  function listen() {
    if (stream) return;
    stream = new EventSource("/-/events?page=" + encodeURIComponent(location.pathname));
    stream.addEventListener("state", onState);
    stream.addEventListener("error", () => {
      // The browser tries again by itself, unless the answer was no stream.
      if (stream && stream.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(listen, 2000);
      }
      if (root) leaving ??= setTimeout(away, 1000); // a page that is left loses its stream, too
    });
  }

  function stop() {
    if (stream) stream.close();
    stream = undefined;
  }

  // A browser has few connections for one server: a hidden page closes its own,
  // and connects again when it is shown.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (e) => { if (e.persisted && !document.hidden) listen(); });

  restore();
  if (!alone) attach();
  if (!document.hidden) listen();
})();
