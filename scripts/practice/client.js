// Builds a page from its tree, the way the server-driven site does: node by node, so that what stands in the
// document is exactly what was sent, a link inside a link included. Sections marked lazy wait for a scroll.
"use strict";
{
  const source = document.getElementById("tree");
  const { tree, scrolls } = JSON.parse(source.textContent);
  const waiting = [];

  const build = (node) => {
    if (typeof node === "string") return document.createTextNode(node);
    if (!Array.isArray(node)) {
      const mark = document.createTextNode("");
      waiting.push({ mark, node: node.lazy });
      return mark;
    }
    const [tag, attributes, children] = node;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.map(build));
    return element;
  };

  const bringNear = () => {
    while (waiting.length > 0) {
      const { mark, node } = waiting[0];
      const before = mark.previousElementSibling ?? mark.parentElement;
      if (before.getBoundingClientRect().bottom > innerHeight) return;
      waiting.shift();
      mark.replaceWith(build(node));
    }
    removeEventListener("scroll", bringNear);
  };

  document.getElementById("root").append(...tree.map(build));
  document.body.dataset.rehydrated = "true";
  source.remove();
  document.currentScript.remove();
  if (scrolls) {
    addEventListener("scroll", bringNear, { passive: true });
    // A page that all fits the window can bring nothing by a scroll.
    if (document.documentElement.scrollHeight <= innerHeight) bringNear();
  }
}
