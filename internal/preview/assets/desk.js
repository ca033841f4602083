// Of the desk: letters to go on with, and the page again when files have changed. Pages
// of the desk do all without it.
"use strict";
(() => {
  const files = document.currentScript.dataset.files;
  const main = document.getElementById("main");

  // j and k go to the next and the one before: of the items of a review, else of the
  // blocks of a text.
  const isTyping = (e) => e.target.closest("input, textarea, select") || e.ctrlKey || e.metaKey || e.altKey;
  addEventListener("keydown", (e) => {
    if (isTyping(e) || e.key !== "j" && e.key !== "k") return;
    const link = document.querySelector(e.key === "j" ? "a[rel=next]" : "a[rel=prev]");
    if (link) return link.click();
    const blocks = [...main.querySelectorAll(".pair")];
    const here = blocks.findIndex((b) => b.getBoundingClientRect().bottom > 60);
    const top = blocks[here] && Math.abs(blocks[here].getBoundingClientRect().top) < 20;
    const to = blocks[e.key === "j" ? (top ? here + 1 : here) : here - 1];
    if (to) to.scrollIntoView();
  });

  // A form that was begun is not thrown away: then the page only says that it is old.
  const isBegun = () => [...document.querySelectorAll("form :is(input, textarea):not([type=hidden])")].some((f) => f.value !== f.defaultValue);
  let stream;
  function listen() {
    if (stream) return;
    stream = new EventSource("/-/events?page=/-/desk/");
    stream.addEventListener("state", (e) => {
      if (JSON.parse(e.data).files === files) return;
      if (isBegun()) document.getElementById("stale").hidden = false;
      else location.reload();
    });
  }
  function stop() {
    if (stream) stream.close();
    stream = undefined;
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (e) => { if (e.persisted && !document.hidden) listen(); });
  if (!document.hidden) listen();
})();
