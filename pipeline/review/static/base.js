"use strict";
// Elements are made, never parsed: no text of a document can become markup.

/** Make an element. Properties: class, text, on, data, and attributes. */
function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else if (key === "on") for (const [type, act] of Object.entries(value)) element.addEventListener(type, act);
    else if (key === "data") Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const byId = (id) => document.getElementById(id);
const INDEX = JSON.parse(byId("index").textContent);
const DETAILS = new Map();

/** A document's details, parsed when they are first asked for. */
function detailOf(number) {
  if (!DETAILS.has(number)) DETAILS.set(number, JSON.parse(byId(`d${number}`).textContent));
  return DETAILS.get(number);
}

const plain = (slug) => (slug || "").replaceAll("_", " ");
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const count = (number, one, many = one + "s") => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

function day(iso) {
  if (!iso) return "undated";
  return new Date(iso + "T00:00:00Z").toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** The last part of a source, which people recognise. */
const shortSource = (source) => source.replace(/[/\\]+$/, "").split(/[/\\]/).pop() || source;
const titleOf = (entry) => entry.title || capital(shortSource(entry.source).replace(/\.[a-z]+$/i, "").replaceAll(/[_-]+/g, " "));

/** A grade in its framework: label, rank from 0 = best, and one of seven levels. */
function gradeIn(key, slug) {
  const scale = INDEX.frameworks[key]?.scale ?? [];
  const rank = scale.findIndex((grade) => grade.slug === slug);
  if (rank < 0) return { label: capital(plain(slug)), rank: null, level: "none" };
  const level = Math.floor((rank * 6) / Math.max(scale.length - 1, 1) + 0.49);
  return { label: scale[rank].label, rank, level };
}

function frameworkName(key) {
  const framework = INDEX.frameworks[key];
  return [framework.name, framework.cycle].filter(Boolean).join(" ");
}

/** The words of a quote; what is reported stands between no marks. */
const spoken = (cell) => (cell.form === "indirect" ? h("span", { class: "reported" }, cell.label, h("span", { class: "meta", text: " (reported)" })) : h("q", { text: cell.label }));

/** A grade as it is shown everywhere: pattern, colour and words. */
function chip(key, slug, { basis, corrected, small } = {}) {
  const grade = gradeIn(key, slug);
  return h("span", { class: `chip g${grade.level}${basis === "deduced" ? " deduced" : ""}${small ? " small" : ""}` },
    grade.label, basis === "deduced" ? h("span", { class: "sign", text: "∴", title: "deduced" }) : null,
    corrected ? h("span", { class: "sign", text: "✎", title: "corrected" }) : null);
}

/** Append a great many elements without holding up the page. */
function inChunks(parent, items, make, size = 60) {
  let at = 0;
  function some() {
    if (at > 0 && !parent.isConnected) return;
    parent.append(...items.slice(at, at + size).map(make).filter(Boolean));
    at += size;
    if (at < items.length) requestAnimationFrame(some);
  }
  some();
}

/** Draw into an element when it comes near the window, or when all is printed. */
function whenNear(element, draw) {
  const now = () => {
    watcher.disconnect();
    removeEventListener("beforeprint", now);
    element.style.minHeight = "";
    draw();
  };
  const watcher = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && now(), { rootMargin: "500px" });
  addEventListener("beforeprint", now);
  watcher.observe(element);
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const gently = () => (calm.matches ? "auto" : "smooth");
