// The page: what is chosen, and what hands do.
const canvas = document.getElementById("map");
const pen = canvas.getContext("2d", { alpha: false });
const legend = document.getElementById("legend");
const chosen = { node: -1, hit: -1, path: new Set(), beside: new Set(), near: [], walked: [], hits: null };
let due = 0;
let printing = false;

function redraw() {
  if (!due) due = requestAnimationFrame(draw);
}

// Where a whole picture takes long, the last one is moved along with the hand, and drawn anew once that rests.
const LONG = 24, REST = 140;
const last = { picture: document.createElement("canvas"), camera: null, cost: 0, rest: 0 };

function draw() {
  due = 0;
  const ratio = printing ? 2 : devicePixelRatio || 1;
  const [width, height] = printing ? [1400, 900] : [innerWidth, innerHeight];
  const [wide, tall] = [Math.round(width * ratio), Math.round(height * ratio)];
  const same = canvas.width === wide && canvas.height === tall;
  if (same && last.cost > LONG && !printing && isNear(last.camera)) {
    moveLast(ratio);
    return;
  }
  if (!same) [canvas.width, canvas.height] = [wide, tall];
  chosen.hits = search.hits.length && !printing ? new Set(search.hits.map((hit) => hit.number)) : null;
  chosen.hit = search.at >= 0 ? search.hits[search.at].number : -1;
  const begun = performance.now();
  paint(pen, width, height, ratio, chosen);
  last.cost = performance.now() - begun;
  last.camera = { ...camera };
  if (last.cost > LONG) {
    [last.picture.width, last.picture.height] = [wide, tall];
    last.picture.getContext("2d", { alpha: false }).drawImage(canvas, 0, 0);
  }
}

// Whether a picture from there can stand in for one from here, for a moment.
function isNear(there) {
  if (!there) return false;
  const scale = camera.scale / there.scale;
  const [x, y] = [(camera.x - there.x) * camera.scale, (camera.y - there.y) * camera.scale];
  const moved = x !== 0 || y !== 0 || scale !== 1;
  return moved && scale > 0.6 && scale < 1.8 && Math.abs(x) < innerWidth * 0.6 && Math.abs(y) < innerHeight * 0.6;
}

function moveLast(ratio) {
  const scale = camera.scale / last.camera.scale;
  const [middleX, middleY] = [ground.left + ground.width / 2, ground.top + ground.height / 2];
  const x = middleX * (1 - scale) + (last.camera.x - camera.x) * camera.scale;
  const y = middleY * (1 - scale) + (last.camera.y - camera.y) * camera.scale;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(last.picture, x * ratio, y * ratio, last.picture.width * scale, last.picture.height * scale);
  clearTimeout(last.rest);
  last.rest = setTimeout(() => {
    last.camera = null;
    redraw();
  }, REST);
}

// The free ground is what neither the search nor the panel covers.
function measure() {
  const left = document.getElementById("side").getBoundingClientRect().right;
  const right = panel.hidden ? innerWidth : panel.getBoundingClientRect().left;
  ground = printing ? { left: 0, top: 0, width: 1400, height: 900 } : { left, top: 0, width: Math.max(120, right - left), height: innerHeight };
}

function roadsOf(walk) {
  const found = [];
  const through = walk.flatMap((step) => step.nodes);
  through.forEach((to, at) => {
    const road = at && leaving[through[at - 1]].find((one) => one.to === to);
    if (road) found.push(road);
  });
  return { found, through };
}

function pick(number) {
  chosen.node = number;
  const walk = number >= 0 && nodes[number].walk >= 0 ? walkOf(nodes[number].walk) : [];
  const { found, through } = roadsOf(walk);
  chosen.path = new Set(through);
  chosen.walked = found;
  chosen.near = number < 0 ? [] : [...leaving[number], ...arriving[number]];
  chosen.beside = new Set(chosen.near.flatMap((road) => [road.from, road.to]));
  history.replaceState(null, "", number < 0 ? "#" : `#${encodeURIComponent(nodes[number].id)}`);
  redraw();
}

// Show what a node is, or with -1 the story at a glance.
function choose(number, fly = true) {
  pick(number);
  showPanel(number);
  measure();
  if (number >= 0 && fly) showNode(number);
}

// An address may end in the id of a node.
function chooseNamed() {
  const number = byId.get(decodeURIComponent(location.hash.slice(1)));
  if (number !== undefined) choose(number);
}

function closePanel() {
  panel.hidden = true;
  measure();
  canvas.focus();
  redraw();
}

function nodeAt(x, y) {
  const [left, top] = [mapX(x), mapY(y)];
  const slack = 5 / camera.scale;
  return nodes.findIndex(({ box }) =>
    left > box[0] - slack && left < box[0] + box[2] + slack && top > box[1] - slack && top < box[1] + box[3] + slack);
}

function inTheMiddle() {
  const far = ({ box }) => Math.hypot(box[0] + box[2] / 2 - camera.x, box[1] + box[3] / 2 - camera.y);
  return nodes.reduce((best, node, number) => (far(node) < far(nodes[best]) ? number : best), 0);
}

function showLegendOr(hide) {
  legend.hidden = hide;
  document.getElementById("key").setAttribute("aria-expanded", String(!hide));
}

const pointers = new Map();
let moved = 0;
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  canvas.focus({ preventScroll: true });
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  if (pointers.size === 1) moved = 0;
});
canvas.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) {
    const over = nodeAt(event.clientX, event.clientY);
    canvas.classList.toggle("over", over >= 0);
    canvas.title = over >= 0 && measuresWidth * camera.scale < NEAR ? nodes[over].id : "";
    return;
  }
  const here = [event.clientX, event.clientY];
  if (pointers.size === 1) {
    moved += Math.abs(here[0] - before[0]) + Math.abs(here[1] - before[1]);
    canvas.classList.toggle("held", moved > 4);
    if (moved > 4) panBy(before[0] - here[0], before[1] - here[1]);
  } else {
    const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
    const [was, is] = [before, here].map((one) => Math.hypot(one[0] - other[0], one[1] - other[1]));
    if (was > 0) zoomAt(is / was, (here[0] + other[0]) / 2, (here[1] + other[1]) / 2);
    panBy((before[0] - here[0]) / 2, (before[1] - here[1]) / 2);
    moved = 99;
  }
  pointers.set(event.pointerId, here);
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, (event) => {
    const alone = pointers.delete(event.pointerId) && !pointers.size;
    canvas.classList.remove("held");
    if (name === "pointerup" && alone && moved <= 4) {
      const number = nodeAt(event.clientX, event.clientY);
      if (number >= 0) choose(number, measuresWidth * camera.scale < NEAR);
    }
  });
}
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  zoomAt(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0016)), event.clientX, event.clientY);
}, { passive: false });

const middle = () => [ground.left + ground.width / 2, ground.top + ground.height / 2];
const step = (event) => (event.shiftKey ? 240 : 60);
const KEYS_DO = {
  ArrowLeft: (event) => panBy(-step(event), 0),
  ArrowRight: (event) => panBy(step(event), 0),
  ArrowUp: (event) => panBy(0, -step(event)),
  ArrowDown: (event) => panBy(0, step(event)),
  "+": () => zoomAt(1.25, ...middle()),
  "=": () => zoomAt(1.25, ...middle()),
  "-": () => zoomAt(0.8, ...middle()),
  0: fitAll,
  "/": () => asked.focus(),
  Enter: () => choose(inTheMiddle()),
  n: () => choose((chosen.node + 1) % nodes.length),
  p: () => choose((Math.max(chosen.node, 0) - 1 + nodes.length) % nodes.length),
  l: () => showLegendOr(!legend.hidden),
  Home: () => choose(-1),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target !== asked) {
    if (!panel.hidden) closePanel();
    else {
      clearSearch();
      pick(-1);
    }
    return;
  }
  if (event.target !== canvas && event.target !== document.body) return;
  const does = KEYS_DO[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (does) {
    event.preventDefault();
    does(event);
  }
});

document.getElementById("nearer").addEventListener("click", () => zoomAt(1.4, ...middle()));
document.getElementById("farther").addEventListener("click", () => zoomAt(1 / 1.4, ...middle()));
document.getElementById("fit").addEventListener("click", fitAll);
document.getElementById("key").addEventListener("click", () => showLegendOr(!legend.hidden));
document.getElementById("overview").addEventListener("click", () => {
  choose(-1);
  fitAll();
});
addEventListener("resize", () => {
  measure();
  redraw();
});
addEventListener("beforeprint", () => {
  printing = true;
  palette = PAPER;
  const before = [{ ...camera }, ground];
  measure();
  Object.assign(camera, whole([0, 0, ...story.size], 110));
  draw();
  addEventListener("afterprint", () => {
    printing = false;
    palette = DARK;
    Object.assign(camera, before[0]);
    ground = before[1];
    draw();
  }, { once: true });
});

addEventListener("hashchange", chooseNamed);

showLegend();
showLegendOr(innerHeight < 620 || innerWidth < 900);
document.getElementById("verdict").textContent = CONCLUSIONS[story.verdict];
measure();
Object.assign(camera, whole([0, 0, ...story.size], 48));
chooseNamed();
draw();
document.fonts.addEventListener("loadingdone", redraw);
