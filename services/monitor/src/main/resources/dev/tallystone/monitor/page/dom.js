// Makes and changes elements. Texts go in as text nodes only, since names of models, teams and callers are not ours.

/** An element: `h('td', {class: 'num', title: '…'}, child, 'text')`. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

/**
 * Parts of a table. On a narrow screen rows become blocks and each cell shows its heading; the roles keep it a table
 * for those who listen.
 */
export const row = (...cells) => h('tr', { role: 'row' }, ...cells);
export const rowHeader = (...children) => h('th', { role: 'rowheader', scope: 'row' }, ...children);
export const cell = (heading, classes, ...children) => h('td', { role: 'cell', class: classes, 'data-h': heading },
  ...children);

export const byId = (id) => document.getElementById(id);

/** Sets the text of an element, or a text node's own, if it is another one. A selection in it stays. */
export function text(element, value) {
  const next = String(value);
  const node = element.childNodes.length === 1 ? element.firstChild : element;
  if (node.nodeType !== Node.TEXT_NODE) {
    node.textContent = next;
  } else if (node.data !== next) {
    node.data = next;
  }
}

/** Sets a title, if it is another one. An empty one is taken away. */
export function title(element, value) {
  attribute(element, 'title', value || undefined);
}

export function attribute(element, name, value) {
  if (value === undefined) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

export function show(element, visible) {
  if (element.hidden === visible) {
    element.hidden = !visible;
  }
}

/** Makes the children exactly these nodes, moving as few as it can and keeping the focus. */
export function place(parent, nodes) {
  const focused = document.activeElement;
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) {
    if (!wanted.has(child)) {
      child.remove();
    }
  }
  nodes.forEach((node, i) => {
    if (parent.childNodes[i] !== node) {
      parent.insertBefore(node, parent.childNodes[i] ?? null);
    }
  });
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

/**
 * Views that live as long as their item is there. `create()` gives `{node, update(item)}`; the result takes items and
 * gives their nodes, each the same one as before.
 */
export function views(keyOf, create) {
  let known = new Map();
  return (items) => {
    const next = new Map();
    for (const item of items) {
      const key = keyOf(item);
      const view = known.get(key) ?? create(item);
      view.update(item);
      next.set(key, view);
    }
    known = next;
    return [...next.values()].map((view) => view.node);
  };
}

/** Fills a list of short texts in place. */
export function texts(parent, values, tag = 'li') {
  while (parent.children.length > values.length) {
    parent.lastElementChild.remove();
  }
  values.forEach((value, i) => text(parent.children[i] ?? parent.appendChild(document.createElement(tag)), value));
}
