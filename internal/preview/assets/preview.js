// The preview in the browser: it listens to the stream of events and makes the
// page follow the files. The server says the state of things; what to do about
// it is decided here, so an event that was missed does no harm.
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
  // preview itself starts the editor.
  function opener(m, token, label) {
    if (!m.file) return "";
    if (!token) return m.editor ? el("a", { href: m.editor }, label) : el("span", {}, label);
    return el("button", {
      type: "button",
      class: "link",
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

  // ---- the bar and the overlay

  let root;
  let shadow;
  let hidden = ""; // the mistakes that the author does not want to see now

  function attach() {
    root = el("receipts-preview", {});
    shadow = root.attachShadow({ mode: "open" });
    shadow.append(el("link", { rel: "stylesheet", href: "/-/preview.css" }));
    document.body.append(root);
    document.head.append(el("link", { rel: "stylesheet", href: "/-/page.css" }));
    addEventListener("keydown", (e) => {
      const close = shadow.querySelector(".overlay button.close");
      if (e.key === "Escape" && close) close.click();
    });
  }

  function folded(name, summary, list) {
    return el("details", { "data-name": name }, el("summary", {}, summary), el("ul", { class: "list" }, ...list));
  }

  function show(state) {
    const open = [...shadow.querySelectorAll(".bar details[open]")].map((d) => d.dataset.name);
    shadow.querySelectorAll(".bar, .overlay").forEach((e) => e.remove());
    const stops = state.mistakes.filter((m) => m.kind === "fault" || m.kind === "error" && !m.unwritten);
    const unwritten = state.mistakes.filter((m) => m.unwritten);
    const warnings = state.mistakes.filter((m) => m.kind === "warning");
    const name = JSON.stringify(stops);
    if (!state.whole && name !== hidden) shadow.append(overlay(state, stops, name));
    shadow.append(el("footer", { class: "bar", "aria-label": "preview" },
      state.source ? opener(state.source, state.token, state.source.file + ":" + state.source.line) : el("span", { class: "quiet" }, "made from several files"),
      ...state.badges.map((b) => el("span", { class: "badge" }, b)),
      unwritten.length ? folded("unwritten", plural(unwritten.length, "link") + " to what is not written yet", unwritten.map((m) => describe(m, state.token))) : "",
      state.lacking.length ? folded("lacking", plural(state.lacking.length, "fact") + " without full evidence", state.lacking.map((m) =>
        el("li", {}, el("p", {}, m.hint + ": " + m.message), el("p", { class: "where" }, opener(m, state.token, at(m)))))) : "",
      warnings.length ? folded("warnings", plural(state.warnings, "warning"), warnings.map((m) => describe(m, state.token))) : el("span", { class: "quiet" }, "no warnings"),
      el("span", { class: "grow" }),
      state.whole ? "" : el("button", { type: "button", class: "link red", click: () => { hidden = ""; show(state); } }, "not the newest: " + plural(state.errors || 1, "mistake")),
      el("span", { class: "quiet" }, "built in " + Math.round(state.took) + " ms")));
    for (const d of shadow.querySelectorAll(".bar details")) d.open = open.includes(d.dataset.name);
    root.dataset.state = state.whole ? "whole" : "mistakes";
  }

  function overlay(state, stops, name) {
    const rest = state.errors - stops.length - state.mistakes.filter((m) => m.unwritten).length;
    return el("section", { class: "overlay", role: "region", "aria-label": "mistakes", tabindex: "0" },
      el("div", { class: "head" },
        el("h2", {}, stops.length && stops[0].kind === "fault" ? "The files cannot be read" : plural(state.errors, "mistake") + "; this is the page from before"),
        el("button", { type: "button", class: "link close", click: () => { hidden = name; show(state); } }, "hide (Esc)")),
      el("ol", { class: "list" }, ...stops.map((m) => describe(m, state.token))),
      rest > 0 ? el("p", {}, "and " + rest + " more, in the terminal") : "");
  }

  // ---- following the files

  // restyle exchanges the stylesheets whose bytes have changed. The old one goes
  // when the new one is there, so that the page is never without.
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

  // remember keeps where the author is: what stands at the top of the window,
  // what has the focus, which details are open.
  function remember() {
    const kept = { x: scrollX, y: scrollY, open: [], shut: [] };
    const anchors = [...document.querySelectorAll("main [id], body > [id]")];
    const above = anchors.filter((a) => a.getClientRects().length && a.getBoundingClientRect().top <= 1).pop();
    if (above && scrollY > 0) kept.anchor = { path: "#" + CSS.escape(above.id), top: above.getBoundingClientRect().top };
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
      const anchor = kept.anchor && find(kept.anchor.path);
      if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - kept.anchor.top, behavior: "instant" });
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
      history.scrollRestoration = "auto";
    }, { once: true });
  }

  function reload() {
    stop();
    remember();
    history.scrollRestoration = "manual"; // restore does it, by what stands there
    location.reload();
  }

  let stream;

  function onState(event) {
    const state = JSON.parse(event.data);
    if (state.page !== page) return reload();
    if (alone) return;
    restyle(state.styles);
    show(state);
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
      if (root) root.dataset.state = "away";
    });
  }

  function stop() {
    if (stream) stream.close();
    stream = undefined;
  }

  // A browser has few connections for one server: a page that nobody sees gives
  // its own back, and asks again when it is seen.
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (e) => { if (e.persisted && !document.hidden) listen(); });

  restore();
  if (!alone) attach();
  if (!document.hidden) listen();
})();
