// Which part of the map is seen: its point in the middle of the free ground, and how large.
const camera = { x: 0, y: 0, scale: 1 };
const NEAREST = 2.5;
const still = matchMedia("(prefers-reduced-motion: reduce)");
let ground = { left: 0, top: 0, width: 1, height: 1 };
let flight = 0;

const screenX = (x) => ground.left + ground.width / 2 + (x - camera.x) * camera.scale;
const screenY = (y) => ground.top + ground.height / 2 + (y - camera.y) * camera.scale;
const mapX = (x) => camera.x + (x - ground.left - ground.width / 2) / camera.scale;
const mapY = (y) => camera.y + (y - ground.top - ground.height / 2) / camera.scale;

function whole(box, margin) {
  const scale = Math.min((ground.width - margin) / box[2], (ground.height - margin) / box[3]);
  return { x: box[0] + box[2] / 2, y: box[1] + box[3] / 2, scale: Math.min(scale, 1.1) };
}

function clamped(scale) {
  const least = whole([0, 0, ...story.size], 0).scale * 0.5;
  return Math.min(NEAREST, Math.max(least, scale));
}

function zoomAt(factor, x, y) {
  cancelAnimationFrame(flight);
  const [pointX, pointY] = [mapX(x), mapY(y)];
  camera.scale = clamped(camera.scale * factor);
  camera.x += pointX - mapX(x);
  camera.y += pointY - mapY(y);
  redraw();
}

function panBy(x, y) {
  cancelAnimationFrame(flight);
  camera.x = Math.min(story.size[0], Math.max(0, camera.x + x / camera.scale));
  camera.y = Math.min(story.size[1], Math.max(0, camera.y + y / camera.scale));
  redraw();
}

// Go there in a short flight, or at once for those who want no motion.
function flyTo(goal, milliseconds = 260) {
  cancelAnimationFrame(flight);
  if (still.matches) {
    Object.assign(camera, goal);
    redraw();
    return;
  }
  const from = { ...camera };
  const begun = performance.now();
  const onward = (now) => {
    const part = Math.min(1, Math.max(0, (now - begun) / milliseconds));
    const eased = 1 - (1 - part) ** 4;
    camera.scale = from.scale * (goal.scale / from.scale) ** eased;
    camera.x = from.x + (goal.x - from.x) * eased;
    camera.y = from.y + (goal.y - from.y) * eased;
    redraw();
    if (part < 1) flight = requestAnimationFrame(onward);
  };
  flight = requestAnimationFrame(onward);
}

const fitAll = () => flyTo(whole([0, 0, ...story.size], 48));
const fitField = (number) => flyTo(whole(story.fields[number].box, 60));

function showNode(number) {
  const [x, y, width, height] = nodes[number].box;
  const room = Math.max(0.2, (ground.width - 20) / width);
  flyTo({ x: x + width / 2, y: y + height / 2, scale: Math.min(Math.max(camera.scale, 0.8), room) });
}
