// After htmx has swapped a table: say what is shown now, and put the focus where the reader goes on.
// A sort link has an id, so htmx itself puts the focus back on it. A page link is gone after the swap: the
// focus then goes to the part that was swapped in, and the page scrolls to its beginning.
(() => {
  "use strict";
  let moveFocus = false;
  document.addEventListener("htmx:before:request", (event) => {
    const { sourceElement: source, sourceEvent } = event.detail.ctx ?? {};
    // A facet that was changed keeps the focus; whoever sends the form or turns a page goes on at the results.
    const goesOn = sourceEvent?.type === "submit" || sourceEvent?.type === "click";
    moveFocus = goesOn && Boolean(source?.closest?.("[data-focus-results]"));
  });
  document.addEventListener("htmx:after:swap", (event) => {
    if (event.target.closest?.("[data-suggest]")) return; // suggestions speak for themselves
    const block = document.querySelector("[data-announce]");
    const status = document.getElementById("status");
    if (block && status) status.textContent = block.dataset.announce;
    if (moveFocus && block) {
      // A block with a map above its rows says which part of it has the results.
      const results = block.querySelector("[data-results]") ?? block;
      results.tabIndex = -1;
      results.focus({ preventScroll: true });
      results.scrollIntoView({ block: "start" });
    }
    moveFocus = false;
  });
  // Close the phone's menu with Escape, and when the focus leaves it.
  const menu = () => document.querySelector("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" ? menu() : null;
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
  document.addEventListener("focusin", (event) => {
    const open = menu();
    if (open && !open.contains(event.target)) open.open = false;
  });
})();
