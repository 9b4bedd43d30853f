// What an accessibility checker asks first: names, labels, ids, contrast (WCAG 2.2 AA).
() => {
  const problems = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const shown = (element) => { const box = element.getBoundingClientRect(); return seen(element) && box.width > 1 && box.height > 1; };
  const told = (element, what) => problems.push(`${what}: ${element.outerHTML.slice(0, 120)}`);

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((each) => each === id).length > 1) problems.push(`id twice: ${id}`);
  for (const each of document.querySelectorAll("[aria-controls], [aria-describedby], [aria-labelledby]")) {
    for (const name of ["aria-controls", "aria-describedby", "aria-labelledby"]) {
      const id = each.getAttribute(name);
      if (id && !document.getElementById(id) && !each.matches("dialog:not([open])")) told(each, `${name} leads nowhere`);
    }
  }
  for (const each of document.querySelectorAll("button, a[href]")) {
    if (seen(each) && !(each.getAttribute("aria-label") || each.textContent).trim()) told(each, "no name");
  }
  for (const each of document.querySelectorAll("input, select, textarea")) {
    if (seen(each) && !each.labels.length && !each.getAttribute("aria-label")) told(each, "no label");
  }
  for (const each of document.querySelectorAll("[role=img]")) {
    if (seen(each) && !each.getAttribute("aria-label")) told(each, "an image without words");
  }
  for (const each of document.querySelectorAll("table")) if (!each.querySelector("th[scope]")) told(each, "a table without headers");
  for (const each of document.querySelectorAll("ul, ol")) {
    if ([...each.children].some((child) => child.tagName !== "LI")) told(each, "a list of other things");
  }
  if (!document.documentElement.lang || !document.title) problems.push("no language or title");
  if (document.querySelectorAll("main").length !== 1) problems.push("not one main");

  const numbers = (color) => (color.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (color) => numbers(color).slice(0, 3).map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, place) => sum + value * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor, [, , , alpha = 1] = numbers(color);
      if (alpha === 1) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(element) || element.closest("script, .hidden, option, .off")) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const [high, low] = [light(style.color), light(behind(element))].sort((a, b) => b - a);
    const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < needed) told(element, `contrast ${ratio.toFixed(2)}`);
  }
  return [...new Set(problems)];
}
