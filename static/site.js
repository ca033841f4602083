// Comfort for readers; every page works without it. It shows a preview beside
// a link, copies a citation, and keeps the reader's choice of light or dark.
"use strict";
{
  const root = document.documentElement;
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* not kept */ } },
  };
  const theme = store.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const el = (tag, className, text) => {
    const e = document.createElement(tag);
    e.className = className;
    e.textContent = text;
    return e;
  };

  // Previews: one box for all links. It opens on hover and focus, and on the
  // first tap; it stays while the pointer is on it, and Escape closes it.
  const previews = (folder, files) => {
    const box = el("div", "preview", "");
    box.id = "_preview";
    box.popover = "manual";
    const loaded = new Map();
    let link = null, timer = 0;

    const load = (href) => {
      let hash = 0x811c9dc5;
      for (const byte of new TextEncoder().encode(href)) hash = Math.imul(hash ^ byte, 0x01000193);
      const file = folder + (hash >>> 0) % files + ".json";
      if (!loaded.has(file)) loaded.set(file, fetch(file).then((r) => (r.ok ? r.json() : {})).catch(() => ({})));
      return loaded.get(file).then((all) => all[href]);
    };
    const close = () => {
      clearTimeout(timer);
      link?.removeAttribute("aria-describedby");
      link = null;
      if (box.matches(":popover-open")) box.hidePopover();
    };
    const open = async (a) => {
      const full = a.getAttribute("href"), [path] = full.split("#");
      if (path === location.pathname) return;
      link = a;
      const it = (await load(full)) || (path !== full && (await load(path)));
      if (!it || link !== a) return;
      const [kind, title, figure, about, note] = it;
      box.replaceChildren(el("p", "where", kind));
      const heading = el("p", "preview-title", "");
      const to = el("a", "", title);
      to.href = full;
      heading.append(to);
      box.append(heading);
      if (figure) box.append(el("p", "amt", figure));
      if (about) box.append(el("p", "", about));
      if (note) box.append(el("p", "where", note));
      if (!box.isConnected) document.body.append(box);
      box.showPopover();
      a.setAttribute("aria-describedby", box.id);
      const r = a.getClientRects()[0], w = box.offsetWidth, h = box.offsetHeight;
      const below = r.bottom + 6 + h < innerHeight || r.top < h + 6;
      box.style.left = Math.max(8, Math.min(r.left, innerWidth - w - 8)) + "px";
      box.style.top = (below ? r.bottom + 6 : r.top - h - 6) + "px";
    };
    const later = (f, ms) => { clearTimeout(timer); timer = setTimeout(f, ms); };
    const target = (e) => e.target.closest?.("main a[href^='/']");
    const inside = (e) => box.contains(e.target);

    document.addEventListener("pointerover", (e) => {
      if (e.pointerType === "touch") return;
      const a = target(e);
      if (a) { if (a !== link) { close(); later(() => open(a), 300); } else clearTimeout(timer); }
      else if (inside(e)) clearTimeout(timer);
      else if (link) later(close, 250);
      else clearTimeout(timer);
    });
    document.addEventListener("focusin", (e) => {
      const a = target(e);
      if (a?.matches(":focus-visible")) { close(); later(() => open(a), 150); }
      else if (!inside(e)) close();
    });
    document.addEventListener("click", (e) => {
      const a = target(e);
      if (a && e.pointerType === "touch" && a !== link) { e.preventDefault(); close(); open(a).then(() => { if (link === a && !box.matches(":popover-open")) location.href = a.href; }); }
      else if (!a && !inside(e)) close();
    });
    document.addEventListener("keydown", (e) => { if (e.key === "Escape") close(); });
  };

  const copyButtons = () => {
    for (const pre of document.querySelectorAll(".cite pre")) {
      const button = el("button", "button", root.dataset.copy);
      button.type = "button";
      button.addEventListener("click", () => navigator.clipboard.writeText(pre.textContent).then(() => { button.textContent = root.dataset.copied; }));
      pre.after(button);
    }
  };

  const themeChoice = () => {
    const choice = document.getElementById("_theme");
    if (!choice) return;
    choice.hidden = false;
    const select = choice.querySelector("select");
    select.value = root.dataset.theme || "";
    select.addEventListener("change", () => {
      if (select.value) root.dataset.theme = select.value; else delete root.dataset.theme;
      store.set("theme", select.value);
    });
  };

  // "/" leads to the search from everywhere.
  const searchKey = (href) => document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const field = document.querySelector("input[type=search]");
    e.preventDefault();
    if (field) field.focus(); else location.href = href;
  });

  document.addEventListener("DOMContentLoaded", () => {
    const { previews: folder, files, search } = root.dataset;
    if ("popover" in root) previews(folder, +files);
    copyButtons();
    themeChoice();
    searchKey(search);
  });
}
