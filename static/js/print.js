// A button that prints the page, where there is a printer to be had: without JavaScript the browser has one. What is
// folded is opened for paper; browsers that open it by CSS (occupations.css) do without this.
(() => {
  "use strict";
  const unfolded = new Set();
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-print]")) window.print();
  });
  if (CSS.supports("selector(::details-content)")) return;
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details.more:not([open])")) {
      details.open = true;
      unfolded.add(details);
    }
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    unfolded.clear();
  });
})();
