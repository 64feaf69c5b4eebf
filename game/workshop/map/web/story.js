// The story as Python told it, and what follows from it.
const story = JSON.parse(document.getElementById("story").textContent);
const nodes = story.nodes;
const measures = story.measures;
const sign = Object.fromEntries(story.looks.map((look, number) => [look.name, number]));

// Curves as paths of the map, with the box that they fill; roads by their ends.
const roads = story.roads.map(([from, number, to, ...curve]) => {
  const road = { from, to, number, curve, kind: story.kinds[nodes[from].roads[number][0]] };
  road.never = nodes[from].roads[number][3] === "no";
  road.far = nodes[from].field !== nodes[to].field;
  road.box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < curve.length; at += 2) {
    road.box[0] = Math.min(road.box[0], curve[at]);
    road.box[1] = Math.min(road.box[1], curve[at + 1]);
    road.box[2] = Math.max(road.box[2], curve[at]);
    road.box[3] = Math.max(road.box[3], curve[at + 1]);
  }
  return road;
});
const leaving = nodes.map(() => []);
const arriving = nodes.map(() => []);
for (const road of roads) {
  leaving[road.from].push(road);
  arriving[road.to].push(road);
}
const byId = new Map(nodes.map((node, number) => [node.id, number]));

// A walk as its steps: what is done, and through which nodes that leads.
function walkOf(last) {
  const steps = [];
  for (let step = last; step >= 0; step = story.tour.before[step]) {
    steps.push({ words: story.tour.words[story.tour.steps[step]], nodes: story.tour.stretches[story.tour.through[step]] });
  }
  return steps.reverse();
}

function part(node, [from, to]) {
  const lines = node.source.split("\n").slice(from, to);
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0)).join("\n").trimEnd();
}

const many = (count, what) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
