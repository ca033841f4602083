// Comfort for readers; every page works without it: a preview beside a link, a
// copy button, the choice of light or dark, and "/" for the search.
"use strict";
{
  const root = document.documentElement, data = root.dataset;
  let kept = {}; // without storage a choice lasts as long as the page
  try { kept = localStorage; } catch {}
  if (kept.theme) data.theme = kept.theme;

  const el = (tag, className, ...content) => {
    const e = document.createElement(tag);
    e.className = className;
    e.append(...content);
    return e;
  };

  // One box for all links. It opens on hover and focus, and on the first tap; it
  // stays while the pointer is on it, and Escape closes it.
  const previews = () => {
    const box = el("div", "preview"), loaded = {};
    box.id = "_preview";
    box.popover = "manual";
    document.querySelector("main").append(box);
    let link, timer;

    const load = async (href) => {
      let hash = 0x811c9dc5; // FNV-1a
      for (const byte of new TextEncoder().encode(href)) hash = Math.imul(hash ^ byte, 0x01000193);
      const file = data.previews + ((hash >>> 0) % data.files) + ".json";
      return (await (loaded[file] ??= fetch(file).then((r) => r.json()).catch(() => ({}))))[href];
    };
    const close = () => {
      clearTimeout(timer);
      link?.removeAttribute("aria-describedby");
      link = null;
      box.hidePopover();
    };
    const open = async (a) => {
      const href = a.getAttribute("href"), path = href.split("#")[0];
      if (path === location.pathname) return;
      link = a;
      const it = (await load(href)) ?? (await load(path));
      if (!it || link !== a) return;
      const [kind, title, figure, about, note] = it;
      const to = el("a", "", title);
      to.href = href;
      box.replaceChildren(el("p", "where", kind), el("p", "preview-title", to), el("p", "amt", figure), el("p", "", about), el("p", "where", note));
      box.showPopover();
      a.setAttribute("aria-describedby", box.id);
      place();
    };
    // The box follows its link while the page scrolls, and closes when it leaves.
    const place = () => {
      if (!link || !box.matches(":popover-open")) return;
      const at = link.getClientRects()[0], below = at.bottom + 6, above = at.top - box.offsetHeight - 6;
      if (at.bottom < 0 || at.top > innerHeight) return close();
      box.style.left = Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8)) + "px";
      box.style.top = (above < 0 || below + box.offsetHeight < innerHeight ? below : above) + "px";
    };
    const later = (ms, f, a) => { clearTimeout(timer); timer = setTimeout(f, ms, a); };
    const on = (type, f) => document.addEventListener(type, (e) => {
      const inside = box.contains(e.target);
      f(e, inside ? null : e.target.closest?.("main a[href^='/']"), inside);
    });

    on("pointerover", (e, a, inside) => {
      if (e.pointerType === "touch") return;
      if (a && a !== link) { close(); later(300, open, a); }
      else if (a || inside || !link || link.matches(":focus-visible")) clearTimeout(timer);
      else later(250, close);
    });
    on("focusin", (e, a, inside) => {
      if (!inside) close();
      // At once: the page may scroll to the link under a resting pointer, which
      // then is over another link by accident.
      if (a?.matches(":focus-visible")) open(a);
    });
    on("click", async (e, a, inside) => {
      if (!a && !inside) close();
      if (!a || e.pointerType !== "touch" || a === link) return;
      e.preventDefault();
      close();
      await open(a);
      if (!link?.hasAttribute("aria-describedby")) location = a.href; // there is no preview
    });
    on("keydown", (e) => { if (e.key === "Escape") close(); });
    addEventListener("scroll", place, { passive: true });
  };

  document.addEventListener("DOMContentLoaded", () => {
    if ("popover" in root && data.previews) previews();

    // A citation is copied as text, the link to a report as its address.
    for (const from of document.querySelectorAll(".cite pre, .stub a:first-child[href^='#']")) {
      const button = el("button", "button", data.copy);
      button.onclick = async () => {
        try {
          await navigator.clipboard.writeText(from.href ?? from.textContent);
          button.textContent = data.copied;
          setTimeout(() => { button.textContent = data.copy; }, 2000);
        } catch {
          getSelection().selectAllChildren(from); // then the reader can
        }
      };
      from.after(" ", button);
    }

    const theme = document.getElementById("_theme"), select = theme.querySelector("select");
    theme.hidden = false;
    select.value = kept.theme ?? "";
    select.onchange = () => { data.theme = kept.theme = select.value; };

    document.addEventListener("keydown", (e) => {
      if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, select, textarea")) return;
      e.preventDefault();
      const field = document.getElementById("search-q");
      if (field?.checkVisibility()) field.focus();
      else if (data.search) location = data.search;
    });
  });
}
