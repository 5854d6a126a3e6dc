// The finder: what is open stays open when htmx swaps the facets, and the address can be copied.
(() => {
  "use strict";
  const open = new Map(); // what the reader opened or closed, by id
  document.addEventListener(
    "toggle",
    (event) => {
      const { id, open: isOpen } = event.target;
      if (id && event.target.closest(".finder")) open.set(id, isOpen);
    },
    true, // toggle events don't bubble
  );
  const prepare = () => {
    for (const [id, isOpen] of open) {
      const details = document.getElementById(id);
      if (details) details.open = isOpen;
    }
    if (!navigator.clipboard) return; // only where the page is served securely
    for (const button of document.querySelectorAll("[data-copy-link]")) button.hidden = false;
  };
  document.addEventListener("DOMContentLoaded", prepare);
  // The facets come closed, so a facet that was just changed loses the focus, and the browser scrolls to what it takes
  // for the same place. Once they are open again, both go back; where swap.js leads to the results, neither does.
  let held = null;
  document.addEventListener("htmx:before:request", (event) => {
    // On a phone the filters stand above the results: whoever applies them is done with them.
    const { sourceElement: source, sourceEvent } = event.detail.ctx ?? {};
    if (source?.id === "facets" && sourceEvent?.type === "submit") open.delete("filters");
  });
  document.addEventListener("htmx:before:swap", () => {
    const { id } = document.activeElement?.closest?.(".finder .rail") ? document.activeElement : {};
    held = id ? { id, top: window.scrollY } : null;
  });
  document.addEventListener("htmx:after:swap", () => {
    prepare();
    const facet = held && document.getElementById(held.id);
    if (!facet || ![facet, document.body].includes(document.activeElement)) return;
    facet.focus({ preventScroll: true });
    window.scrollTo({ top: held.top, behavior: "instant" });
  });
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy-link]");
    if (!button) return;
    const link = document.querySelector(".permalink").href;
    const status = document.getElementById("status");
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = "Copied";
      status.textContent = "Link copied.";
    } catch {
      status.textContent = "We couldn’t copy the link.";
    }
  });
})();
