// Suggestions below a search box. htmx fetches them while somebody types; the vendored library makes the box and
// its list a combobox (arrows, Enter, what a screen reader hears); here is when the list is shown.
import Combobox from "../vendor/combobox-nav-3.0.2.js";

const status = document.getElementById("status");

for (const box of document.querySelectorAll("[data-suggest]")) {
  const input = box.querySelector("input");
  const list = box.querySelector("[role=listbox]");
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false });
  const options = () => list.querySelectorAll("[role=option]");
  let isOpen = false;

  const close = () => {
    if (isOpen) combobox.stop();
    isOpen = false;
    list.hidden = true;
  };
  const open = () => {
    if (!options().length || !input.value.trim()) return close();
    list.hidden = false;
    if (isOpen) combobox.clearSelection();
    else combobox.start();
    isOpen = true;
  };

  input.addEventListener("htmx:after:swap", () => {
    if (document.activeElement !== input) return;
    open();
    const count = options().length - list.querySelectorAll(".every").length; // that one leads to all results
    if (isOpen) status.textContent = `${count} ${count === 1 ? "suggestion" : "suggestions"}. Use the arrow keys.`;
    else status.textContent = input.value.trim() ? "Nothing found." : "";
  });
  input.addEventListener("input", () => {
    if (!input.value.trim()) close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault(); // the browser would empty the box
      close();
    } else if (event.key === "ArrowDown" && !isOpen) {
      open();
    } else if ((event.key === "Home" || event.key === "End") && input.hasAttribute("aria-activedescendant")) {
      event.preventDefault();
      event.stopImmediatePropagation(); // the library would take it for typing
      combobox.clearSelection();
      combobox.navigate(event.key === "Home" ? 1 : -1);
    }
  });
  input.addEventListener("focus", () => {
    if (options().length) open();
  });
  // A press on an option must not take the focus first: the list would be gone before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("focusout", (event) => {
    if (!box.contains(event.relatedTarget)) close();
  });
}
