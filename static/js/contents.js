// The list of contents follows the reader: the section at the top of the window is marked in it.
(() => {
  "use strict";
  const links = new Map([...document.querySelectorAll(".toc a[href^='#']")].map((link) => [link.hash.slice(1), link]));
  if (!links.size || !("IntersectionObserver" in window)) return;
  const inView = new Set();
  const mark = () => {
    const first = [...links.keys()].find((id) => inView.has(id));
    if (!first) return;
    for (const [id, link] of links) {
      if (id === first) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) inView.add(entry.target.id);
        else inView.delete(entry.target.id);
      }
      mark();
    },
    { rootMargin: "-100px 0px -55% 0px" },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
})();
