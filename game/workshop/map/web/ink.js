// Drawing: fields, roads, nodes, by how large they come out.
const DARK = {
  ground: "#0b0a14", field: "#13111f", rule: "#8f7040", node: "#1e1a30", edge: "#6f6688", dot: "#8a82a6",
  text: "#f3e9d6", quiet: "#cdc1ac", closed: "#a39984", road: "#8f88a6", gold: "#f4dda6", name: "#d9b26a", shade: 1,
};
const PAPER = {
  ground: "#ffffff", field: "#fbf7ee", rule: "#8f7040", node: "#ffffff", edge: "#5a4238", dot: "#7d6a5c",
  text: "#2b1a1f", quiet: "#3d2a28", closed: "#7d6a5c", road: "#5a4238", gold: "#9a1b2c", name: "#6b4c1e", shade: 0.62,
};
const STROKES = {
  choice: { dash: [] }, detour: { dash: [10, 6], sign: "detour" }, song: { dash: [], sign: "song", wide: 2 },
  redirect: { dash: [2, 5], sign: "redirect" }, chance: { dash: [7, 4, 1, 4], sign: "chance" }, back: { dash: [] },
};
const NEVER = [3, 7];
const shapes = story.looks.map((look) => new Path2D(look.shape));
const TINY = 34, SMALL = 54, NEAR = 150;
let palette = DARK;

function shaded(colour) {
  if (palette.shade === 1) return colour;
  const parts = [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * palette.shade));
  return `rgb(${parts.join(" ")})`;
}

function paint(pen, width, height, ratio, chosen) {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, width, height);
  const view = [mapX(0), mapY(0), mapX(width), mapY(height)];
  const inside = ([x, y, w, h]) => x < view[2] && x + w > view[0] && y < view[3] && y + h > view[1];
  const onMap = () =>
    pen.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * screenX(0), ratio * screenY(0));
  const across = measuresWidth * camera.scale;
  onMap();
  for (const field of story.fields) if (inside(field.box)) fieldGround(pen, field);
  const shortest = across < TINY / 2 ? 14 / camera.scale : 0; // shorter ones are no more than dust there
  const seen = roads.filter((road) => {
    const box = road.box;
    if (shortest && box[2] - box[0] < shortest && box[3] - box[1] < shortest) return false;
    return box[0] < view[2] && box[2] > view[0] && box[1] < view[3] && box[3] > view[1];
  });
  drawRoads(pen, seen, across);
  if (chosen) drawChosen(pen, chosen);
  const visible = [];
  nodes.forEach((node, number) => inside(node.box) && visible.push(number));
  for (const number of visible) {
    const dim = chosen.hits && !chosen.hits.has(number) && !chosen.path.has(number) && !chosen.beside.has(number);
    pen.globalAlpha = dim ? 0.3 : 1;
    if (across < TINY) drawDot(pen, number, chosen, ratio, onMap);
    else if (across < NEAR) drawSmall(pen, number, chosen, ratio, onMap, across);
    else drawWhole(pen, number, chosen);
  }
  pen.globalAlpha = 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  story.fields.forEach((field, number) => inside(field.box) && fieldName(pen, field, number, across));
}

const measuresWidth = nodes[0].box[2];

function fieldGround(pen, field) {
  const [x, y, width, height] = field.box;
  pen.fillStyle = palette.field;
  pen.strokeStyle = palette.rule;
  pen.lineWidth = 1 / camera.scale;
  pen.beginPath();
  pen.roundRect(x, y, width, height, Math.min(14, 4 / camera.scale + 4));
  pen.fill();
  pen.globalAlpha = 0.7;
  pen.stroke();
  pen.globalAlpha = 1;
}

// Near, a name stands over its field; far away it lies across it, where it hides least.
function fieldName(pen, field, number, across) {
  const [x, y, width, height] = field.box;
  const far = across < SMALL;
  const room = width * camera.scale;
  const size = far ? Math.max(13, Math.min(30, room / 8, height * camera.scale * 0.4)) : Math.max(20, 52 * camera.scale);
  pen.font = `500 ${size}px "Cormorant Garamond", "Crimson Pro", Georgia, serif`;
  pen.fillStyle = palette.name;
  pen.textBaseline = "alphabetic";
  pen.textAlign = "left";
  const long = pen.measureText(field.name).width;
  if (!far) {
    const baseline = screenY(y) + Math.max(22, 62 * camera.scale);
    pen.fillText(field.name, screenX(x) + 48 * camera.scale, baseline);
    if (field.chapter) {
      pen.font = `500 ${size * 0.42}px "Alegreya Sans", "Gill Sans", sans-serif`;
      pen.fillStyle = palette.closed;
      pen.fillText(field.chapter, screenX(x) + 48 * camera.scale + long + size * 0.4, baseline);
    }
    return;
  }
  const [left, top] = freest(number, Math.min(long, room), size);
  const [textX, textY] = [screenX(left), screenY(top) + size * 0.86];
  pen.lineJoin = "round";
  pen.lineWidth = size * 0.3;
  pen.strokeStyle = palette.field;
  pen.globalAlpha = 0.85;
  pen.strokeText(field.name, textX, textY, room);
  pen.globalAlpha = 1;
  pen.fillText(field.name, textX, textY, room);
}

// The place for a name in a field that covers the fewest of its nodes, a sign for more; kept for this scale.
const members = story.fields.map(() => []);
for (const node of nodes) members[node.field].push(node);
const places = { scale: 0, found: new Map() };

function freest(number, long, size) {
  if (places.scale !== camera.scale) {
    places.scale = camera.scale;
    places.found.clear();
  }
  if (places.found.has(number)) return places.found.get(number);
  const [x, y, width, height] = story.fields[number].box;
  const [wide, tall, edge] = [long / camera.scale, size / camera.scale, Math.min(8 / camera.scale, width / 12)];
  let best = null;
  for (const down of [0, 1, 0.5, 0.25, 0.75]) {
    for (const along of [0, 0.5, 1, 0.25, 0.75]) {
      const left = x + edge + Math.max(0, width - wide - 2 * edge) * along;
      const top = y + edge / 2 + Math.max(0, height - tall - edge) * down;
      let hidden = 0;
      for (const { box, signs } of members[number]) {
        const over = Math.min(left + wide, box[0] + box[2]) - Math.max(left, box[0]);
        const under = Math.min(top + tall, box[1] + box[3]) - Math.max(top, box[1]);
        if (over > 0 && under > 0) hidden += signs.length ? 3 : 1;
      }
      if (!best || hidden < best.hidden) best = { hidden, at: [left, top] };
      if (!hidden) break;
    }
    if (!best.hidden) break;
  }
  places.found.set(number, best.at);
  return best.at;
}

function trace(pen, curve) {
  pen.moveTo(curve[0], curve[1]);
  for (let at = 2; at < curve.length; at += 6) {
    pen.bezierCurveTo(curve[at], curve[at + 1], curve[at + 2], curve[at + 3], curve[at + 4], curve[at + 5]);
  }
}

function drawRoads(pen, seen, across) {
  const groups = new Map();
  for (const road of seen) {
    const name = `${road.kind} ${road.far} ${road.never}`;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(road);
  }
  const wide = Math.max(1.6, 0.8 / camera.scale);
  for (const group of groups.values()) {
    const { kind, far, never } = group[0];
    const stroke = STROKES[kind];
    pen.strokeStyle = pen.fillStyle = stroke.sign ? shaded(story.looks[sign[stroke.sign]].colour) : palette.road;
    pen.globalAlpha = (far ? 0.3 : across < TINY ? 0.5 : 0.75) * (never ? 0.6 : 1);
    pen.lineWidth = (far ? wide * 0.8 : wide) * (stroke.wide ?? 1);
    pen.setLineDash(across < TINY ? [] : never ? NEVER : stroke.dash);
    pen.beginPath();
    for (const road of group) trace(pen, road.curve);
    pen.stroke();
    if (across >= SMALL) {
      pen.setLineDash([]);
      pen.beginPath();
      for (const road of group) tip(pen, road.curve, 9);
      pen.fill();
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

// Every curve ends level, so that its tip points right or left.
function tip(pen, curve, length) {
  const [x, y] = curve.slice(-2);
  const back = curve[curve.length - 4] < x ? -length : length;
  pen.moveTo(x, y);
  pen.lineTo(x + back, y - length * 0.45);
  pen.lineTo(x + back, y + length * 0.45);
  pen.closePath();
}

function drawChosen(pen, chosen) {
  const wide = Math.max(2, 1.6 / camera.scale);
  const strokes = [[chosen.near, palette.text, wide, 9], [chosen.walked, palette.gold, wide * 1.9, 14]];
  for (const [some, colour, width, length] of strokes) {
    pen.strokeStyle = pen.fillStyle = colour;
    pen.lineWidth = width;
    pen.beginPath();
    for (const road of some) trace(pen, road.curve);
    pen.stroke();
    if (measuresWidth * camera.scale < TINY) continue;
    pen.beginPath();
    for (const road of some) tip(pen, road.curve, Math.max(length, 5 / camera.scale));
    pen.fill();
  }
}

function outline(number, chosen) {
  const node = nodes[number];
  const first = node.signs.length ? shaded(story.looks[node.signs[0]].colour) : palette.edge;
  const held = number === chosen.node || number === chosen.hit;
  const dash = node.verdict === "no" ? [9, 5] : node.verdict === "unknown" ? [2, 4] : [];
  return { colour: held || chosen.path.has(number) ? palette.gold : first, dash, held };
}

function drawDot(pen, number, chosen, ratio, onMap) {
  const node = nodes[number];
  const [x, y, width, height] = node.box;
  const size = Math.max(width, 3 / camera.scale);
  const held = chosen.path.has(number) || number === chosen.node;
  pen.fillStyle = held ? palette.gold : palette.dot;
  if (!node.signs.length || held) {
    pen.globalAlpha *= held ? 1 : 0.8;
    pen.fillRect(x, y, size, Math.max(height * 0.8, 2 / camera.scale));
  }
  const large = number === chosen.node || number === chosen.hit;
  if (node.signs.length) {
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const px = Math.max(3.4, Math.min(9, width * camera.scale * 0.42));
    const [middleX, middleY] = [screenX(x + width / 2), screenY(y + height / 2)];
    if (node.signs[0] === sign.unknown && px < 6) {
      // Too small for dots: an empty square.
      pen.strokeStyle = palette.closed;
      pen.lineWidth = 1;
      pen.strokeRect(middleX - px / 2, middleY - px / 2, px, px);
    } else mark(pen, node.signs[0], middleX, middleY, px / 9);
    onMap();
  }
  if (large) {
    pen.strokeStyle = palette.gold;
    pen.lineWidth = 2 / camera.scale;
    pen.beginPath();
    pen.arc(x + width / 2, y + height / 2, 11 / camera.scale, 0, 7);
    pen.stroke();
  }
}

function mark(pen, number, x, y, scale) {
  pen.save();
  pen.translate(x, y);
  pen.scale(scale, scale);
  const look = story.looks[number];
  if (look.open) {
    pen.strokeStyle = shaded(look.colour);
    pen.lineWidth = 2.8;
    pen.stroke(shapes[number]);
  } else {
    pen.fillStyle = shaded(look.colour);
    pen.fill(shapes[number]);
  }
  pen.restore();
}

function frame(pen, number, chosen) {
  const [x, y, width, height] = nodes[number].box;
  const { colour, dash, held } = outline(number, chosen);
  pen.fillStyle = palette.node;
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(held ? 3 : 1.5, (held ? 2.5 : 1) / camera.scale);
  pen.setLineDash(dash.map((length) => length / Math.min(1, camera.scale)));
  pen.beginPath();
  pen.roundRect(x, y, width, height, 7);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
}

// Between far and near: the id in letters that keep their size, signs below it.
function drawSmall(pen, number, chosen, ratio, onMap, across) {
  const node = nodes[number];
  frame(pen, number, chosen);
  const [x, y, , height] = node.box;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  const [left, top, tall] = [screenX(x), screenY(y), height * camera.scale];
  const worded = across >= SMALL;
  const size = Math.min(16, Math.max(9, across * 0.135));
  if (worded) {
    pen.font = `500 ${size}px "Alegreya Sans", "Gill Sans", sans-serif`;
    pen.fillStyle = palette.text;
    pen.textAlign = "left";
    pen.textBaseline = "alphabetic";
    pen.fillText(node.id, left + 4, top + size + 2, across - 8);
  }
  const px = worded ? Math.min(7, (tall - size - 6) * 0.42) : Math.min(7, across * 0.17, tall * 0.4);
  if (px > 2) {
    const first = worded ? left + px + 5 : left + across / 2 - (node.signs.length - 1) * px * 1.3;
    const middle = worded ? top + size + 6 + (tall - size - 6) / 2 : top + tall / 2;
    node.signs.forEach((one, place) => mark(pen, one, first + place * px * 2.6, middle, px / 9));
  }
  onMap();
}

function drawWhole(pen, number, chosen) {
  const node = nodes[number];
  frame(pen, number, chosen);
  const [x, y, width] = node.box;
  pen.textAlign = "left";
  pen.textBaseline = "alphabetic";
  const room = width - 24 - node.signs.length * 19;
  pen.font = '500 17px "Alegreya Sans", "Gill Sans", sans-serif';
  pen.fillStyle = palette.text;
  pen.fillText(node.id, x + 12, y + 22, room);
  node.signs.forEach((one, place) => mark(pen, one, x + width - 18 - place * 20, y + 17, 0.78));
  pen.font = '15px "Crimson Pro", Georgia, serif';
  pen.fillStyle = palette.quiet;
  node.lines.forEach((line, at) => pen.fillText(line, x + 12, y + measures.head + 13 + at * measures.line, width - 24));
  pen.font = '500 14px "Alegreya Sans", "Gill Sans", sans-serif';
  node.roads.forEach(([kind, label, target, verdict], at) => {
    const middle = y + measures.head + measures.line * node.lines.length + measures.row * (at + 0.5);
    const stroke = STROKES[story.kinds[kind]];
    pen.fillStyle = verdict === "no" ? palette.closed : palette.text;
    const words = label.length > 42 ? `${label.slice(0, 41)}…` : label;
    pen.fillText(words, x + 24, middle + 5, width - 34);
    pen.strokeStyle = pen.fillStyle = stroke.sign ? shaded(story.looks[sign[stroke.sign]].colour) : palette.name;
    pen.lineWidth = 1.4;
    pen.beginPath();
    pen.arc(x + 15, middle, 3, 0, 7);
    if (target < 0) pen.stroke();
    else pen.fill();
    if (verdict === "no") {
      pen.fillStyle = palette.closed;
      pen.fillRect(x + 24, middle, Math.min(width - 34, pen.measureText(words).width), 1.2);
    }
  });
}
