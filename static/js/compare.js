// A list of chosen occupations, kept in this browser alone: a switch beside each occupation, and a tray at the
// foot of the page that leads to the comparison. Nothing is stored before somebody chooses. Without storage
// the links stay what they are: plain links to the comparison.
(() => {
  "use strict";
  const KEY = "compare";
  const COMPARED = 6; // what the comparison takes
  const KEPT = 10; // what a packet of handouts takes
  const CODE = /^\d\d-\d{4}$/;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      if (!Array.isArray(kept)) return [];
      return kept.filter((one) => CODE.test(one?.code) && typeof one.name === "string").slice(0, KEPT);
    } catch {
      return null; // storage is switched off, or holds something that isn't ours
    }
  };
  const write = (list) => {
    try {
      if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  };
  const has = (list, code) => list.some((one) => one.code === code);
  const say = (text) => {
    const status = document.getElementById("status");
    if (status) status.textContent = text;
  };
  const element = (tag, text, properties = {}) => Object.assign(document.createElement(tag), { textContent: text }, properties);
  const count = (list) => element("span", ` (${list.length})`, { className: "tray-count" });
  const hidden = (text) => element("span", text, { className: "visually-hidden" });

  // A link becomes a button with two states, where the browser keeps a list.
  const enhance = (list) => {
    for (const link of document.querySelectorAll("a[data-compare]")) {
      const button = element("button", "", { type: "button", className: link.className });
      button.append(...link.childNodes);
      Object.assign(button.dataset, link.dataset);
      button.dataset.href = link.getAttribute("href");
      link.replaceWith(button);
    }
    for (const button of document.querySelectorAll("button[data-compare]")) {
      const chosen = has(list, button.dataset.compare);
      button.setAttribute("aria-pressed", String(chosen));
      button.querySelector("[aria-hidden]").textContent = chosen ? "✓" : "+";
    }
  };

  const address = (base, list) => {
    const to = new URL(base, location.origin);
    for (const one of list) to.searchParams.append("occupation", one.code);
    return to.pathname + to.search;
  };

  let opened = false; // the tray begins folded on each page
  const unfold = (tray, open) => {
    opened = open;
    tray.querySelector(".tray-fold").setAttribute("aria-expanded", String(open));
    document.getElementById("tray-list").hidden = !open;
  };

  const show = () => {
    const list = read();
    if (list === null) return;
    enhance(list);
    const tray = document.getElementById("tray");
    if (!tray) return;
    tray.hidden = !list.length;
    document.documentElement.classList.toggle("has-tray", list.length > 0);
    const fold = tray.querySelector(".tray-fold");
    fold.textContent = `${list.length} chosen`;
    unfold(tray, opened);
    tray.querySelector("ul").replaceChildren(
      ...list.map((one) => {
        const item = document.createElement("li");
        const button = element("button", one.name, { type: "button" });
        button.dataset.drop = one.code;
        button.append(element("span", "×", { ariaHidden: "true" }), hidden(", remove"));
        item.append(button);
        return item;
      }),
    );
    const compare = tray.querySelector("[data-tray=compare]");
    compare.href = address(tray.dataset.compareAt, list.slice(0, COMPARED));
    const most = list.length > COMPARED;
    compare.replaceChildren(most ? `Compare the first ${COMPARED}` : "Compare", ...(most ? [] : [count(list)]));
    const handouts = tray.querySelector("[data-tray=handouts]");
    handouts.href = address(tray.dataset.handoutsAt, list);
    handouts.replaceChildren("Handouts", count(list));
  };

  const toggle = (code, name) => {
    const list = read() ?? [];
    if (has(list, code)) {
      write(list.filter((one) => one.code !== code));
      say(`${name} is taken out. ${list.length - 1} chosen.`);
    } else if (list.length >= KEPT) {
      say(`The list is full: it holds ${KEPT} at most.`);
      return true;
    } else {
      if (!write([...list, { code, name }])) return false;
      say(`${name} is chosen. ${list.length + 1} chosen.`);
    }
    show();
    return true;
  };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest?.(selector);
    const control = at("button[data-compare]");
    if (control) {
      const { compare, compareName, href } = control.dataset;
      if (!toggle(compare, compareName)) location.assign(href); // nothing can be kept: go where the link led
      return;
    }
    const fold = at(".tray-fold");
    if (fold) {
      unfold(fold.parentElement, !opened);
      return;
    }
    const drop = at("[data-drop]");
    if (drop) {
      const items = [...document.querySelectorAll("[data-drop]")];
      const place = items.indexOf(drop);
      toggle(drop.dataset.drop, drop.firstChild.textContent);
      const left = [...document.querySelectorAll("[data-drop]")];
      (left[place] ?? left.at(-1) ?? document.getElementById("main")).focus(); // not lost with the button
      return;
    }
    if (at("[data-tray=forget]")) {
      write([]);
      say("The list is cleared.");
      show();
      document.getElementById("main").focus();
      return;
    }
    // The comparison's own links change its address; a list that is in use goes along.
    const list = read();
    const [removed, added] = [at("[data-compare-remove]"), at("[data-compare-add]")];
    if (!list?.length) return;
    if (removed) write(list.filter((one) => one.code !== removed.dataset.compareRemove));
    if (added && !has(list, added.dataset.compareAdd) && list.length < KEPT) {
      write([...list, { code: added.dataset.compareAdd, name: added.dataset.compareName }]);
    }
  });

  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("htmx:after:swap", show);
  window.addEventListener("storage", show); // another window changed the list
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) show();
  });
})();
