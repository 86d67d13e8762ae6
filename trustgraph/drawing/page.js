"use strict";
// Zooms, picks, searches, filters and marks lines of account. The page can be read whole without this script, and is
// its own data: whatever can be shown or hidden says in data- attributes of which tier, family and basis it is.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const dossiers = all("details[data-body]");
  const finder = document.querySelector(".finder");
  const filters = document.querySelector(".filters");
  const frame = document.querySelector(".frame");
  const chart = frame?.querySelector("svg");
  const links = all(".frame a");

  // What needs the script is hidden where there is none.
  document.documentElement.classList.add("live");
  for (const element of all("[hidden]")) element.hidden = false;

  // Zooming sets the size of the picture; moving is the scrolling of its frame, which browsers know by every device.
  const LEAST = 0.2;
  const MOST = 6;
  let scale = 1;
  let isWhole = true;

  function resize(wanted) {
    const { width, height } = chart.viewBox.baseVal;
    scale = Math.min(Math.max(wanted, LEAST), MOST);
    chart.setAttribute("width", width * scale);
    chart.setAttribute("height", height * scale);
  }

  function showWhole() {
    const { width, height } = chart.viewBox.baseVal;
    isWhole = true;
    resize(Math.min((frame.clientWidth - 1) / width, (window.innerHeight * 0.75) / height, 2));
  }

  // The point (x, y) of the frame, its middle unless said, stays where it is.
  function zoom(factor, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
    const before = scale;
    resize(scale * factor);
    isWhole = false;
    frame.scrollLeft = ((frame.scrollLeft + x) * scale) / before - x;
    frame.scrollTop = ((frame.scrollTop + y) * scale) / before - y;
  }

  const ZOOMS = { in: () => zoom(1.25), out: () => zoom(0.8), whole: showWhole };
  const KEYS = { "+": ZOOMS.in, "=": ZOOMS.in, "-": ZOOMS.out, 0: ZOOMS.whole };

  function moveByMouse() {
    let start = null;
    let hasMoved = false;
    frame.addEventListener("pointerdown", (event) => {
      hasMoved = false;
      if (event.pointerType !== "mouse" || event.button) return;
      start = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop, at: event.clientX + event.clientY };
    });
    frame.addEventListener("pointermove", (event) => {
      if (!start) return;
      if (!hasMoved && Math.abs(event.clientX + event.clientY - start.at) < 4) return;
      hasMoved = true;
      frame.scrollLeft = start.x - event.clientX;
      frame.scrollTop = start.y - event.clientY;
    });
    window.addEventListener("pointerup", () => (start = null));
    // A picture that was moved was not picked from.
    frame.addEventListener("click", (event) => hasMoved && event.preventDefault(), true);
    frame.addEventListener("dragstart", (event) => event.preventDefault());
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = frame.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
    }, { passive: false });
  }

  // A picked body is the one whose terms of reference a link led to.
  function pick() {
    const id = location.hash.startsWith("#terms-") ? location.hash.slice("#terms-".length) : "";
    const picked = dossiers.find((dossier) => dossier.dataset.body === id);
    if (!picked) return;
    for (const dossier of dossiers) dossier.open = dossier === picked;
    picked.classList.remove("gone", "unfound");
    picked.scrollIntoView({ block: "start" });
    picked.querySelector("summary").focus({ preventScroll: true });
  }

  function markOpen() {
    const open = new Set(dossiers.filter((dossier) => dossier.open).map((dossier) => dossier.dataset.body));
    for (const link of links) {
      if (open.has(link.dataset.body)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // A family, a tier or what the paper does not state is left out; what has lost an end goes with it.
  function filter() {
    const unticked = (name) => new Set(all(`[${name}]:not(:checked)`).map((box) => box.getAttribute(name)));
    const families = unticked("data-hides-family");
    const tiers = unticked("data-hides-tier");
    const statedOnly = Boolean(document.querySelector("[data-stated-only]:checked"));
    const isOut = ({ tier, family, basis }) =>
      tiers.has(tier) || families.has(family) || (statedOnly && basis !== "stated");
    const out = new Set(dossiers.filter(({ dataset }) => isOut(dataset)).map(({ dataset }) => dataset.body));
    const isLoose = ({ ends }) => !ends.split(" ").some((pair) => pair.split(":").every((end) => !out.has(end)));
    document.documentElement.classList.toggle("stated-only", statedOnly);
    for (const dossier of dossiers) dossier.classList.toggle("gone", out.has(dossier.dataset.body));
    for (const element of all("[data-ends]"))
      element.classList.toggle("gone", isOut(element.dataset) || isLoose(element.dataset));
    for (const link of links) fade(link, out.has(link.dataset.body));
    tell();
  }

  function fade(link, isFaded) {
    link.classList.toggle("faded", isFaded);
    for (const [name, value] of [["aria-hidden", "true"], ["tabindex", "-1"]])
      if (isFaded) link.setAttribute(name, value);
      else link.removeAttribute(name);
  }

  function tell(words = "") {
    const rows = all("#relationships tbody tr");
    const count = (some, every) => `${some.length - some.filter((one) => one.matches(".gone, .faded")).length} of ${every}`;
    document.querySelector(".status").textContent =
      words || `${count(links, `${links.length} boxes on the chart`)} and ${count(rows, `${rows.length} relationships`)} shown.`;
  }

  function find() {
    const wanted = finder.find.value.trim().toLowerCase();
    const named = (dossier) =>
      [...dossier.querySelectorAll("summary, .aliases")].some((words) => words.textContent.toLowerCase().includes(wanted));
    const found = new Set(dossiers.filter((dossier) => !wanted || named(dossier)));
    for (const dossier of dossiers) dossier.classList.toggle("unfound", !found.has(dossier));
    const bodies = new Set([...found].map((dossier) => dossier.dataset.body));
    for (const link of links) link.classList.toggle("sought", Boolean(wanted) && bodies.has(link.dataset.body));
    finder.querySelector(".found").textContent = wanted ? `${found.size} found.` : "";
    return [...found];
  }

  // A line of account is marked by the traces of its lines; what it does not touch steps back.
  function trace(button) {
    const isOn = Boolean(button) && button.getAttribute("aria-pressed") === "false";
    const keys = new Set(isOn ? button.dataset.keys.split("\n") : []);
    const bodies = new Set(isOn ? button.dataset.bodies.split(" ") : []);
    const isOnWay = (element) => (element.dataset.key ?? "").split("\n").some((key) => keys.has(key));
    for (const each of all(".way")) each.setAttribute("aria-pressed", String(isOn && each === button));
    chart?.classList.toggle("tracing", isOn);
    for (const element of all(".frame [data-key]")) element.classList.toggle("on", isOnWay(element));
    for (const link of links) link.classList.toggle("on", bodies.has(link.dataset.body));
    if (isOn) frame?.scrollIntoView({ block: "nearest" });
    if (frame) tell(isOn ? button.dataset.words : "");
  }

  function print(isPrinting) {
    for (const details of all(".drawn details")) {
      if (isPrinting) details.dataset.wasOpen = details.open;
      details.open = isPrinting || details.dataset.wasOpen === "true";
    }
  }

  if (chart) {
    showWhole();
    moveByMouse();
    new ResizeObserver(() => isWhole && showWhole()).observe(frame);
    for (const button of all("[data-zoom]")) button.addEventListener("click", ZOOMS[button.dataset.zoom]);
    frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
      event.preventDefault();
      KEYS[event.key]();
    });
    filters.addEventListener("change", filter);
    filters.addEventListener("reset", () => {
      finder.reset();
      find();
      trace();
      showWhole();
      // the boxes are ticked again once this event is over
      setTimeout(filter);
    });
  }
  finder.addEventListener("input", find);
  finder.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = finder.find.value.trim() ? find() : [];
    if (first) location.hash = `terms-${first.dataset.body}`;
  });
  for (const button of all(".way")) {
    button.hidden = !chart;
    button.addEventListener("click", () => trace(button));
  }
  document.addEventListener("toggle", markOpen, true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && chart?.matches(".tracing") && trace());
  // the browser has opened what the link leads to; a link followed twice changes no address
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#terms-']");
    if (link?.getAttribute("href") === location.hash && !event.defaultPrevented) setTimeout(pick);
  });
  window.addEventListener("hashchange", pick);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
  pick();
})();
