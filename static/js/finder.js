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
  document.addEventListener("htmx:after:swap", prepare);
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
