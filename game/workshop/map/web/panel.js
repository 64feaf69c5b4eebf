// What is chosen, in words. Everything of the story is put in as text, never as markup.
const panel = document.getElementById("panel");

function make(tag, about, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about ?? {})) {
    if (name === "class") element.className = value;
    else if (name === "click") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function icon(number, size = 18) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const look = story.looks[number];
  for (const [name, value] of Object.entries({ width: size, height: size, viewBox: "-11 -11 22 22", "aria-hidden": "true" })) {
    svg.setAttribute(name, value);
  }
  path.setAttribute("d", look.shape);
  path.setAttribute("fill", look.open ? "none" : look.colour);
  path.setAttribute("stroke", look.open ? look.colour : "none");
  path.setAttribute("stroke-width", 2.8);
  svg.append(path);
  return svg;
}

const link = (number, words = nodes[number].id) =>
  make("button", { class: "link", type: "button", click: () => choose(number) }, words);
const section = (title, ...children) => [make("h3", null, title), ...children];

function told(number) {
  const one = story.diagnostics[number];
  return make("div", { class: `told ${one.severity}` },
    make("strong", null, `${one.severity} ${one.code}`),
    make("p", null, one.message),
    one.help ? make("p", { class: "quiet" }, one.help) : null,
    one.at ? make("p", { class: "at" }, one.at) : null);
}

const VERDICTS = { no: "can never be taken: proved", unknown: "undecided: nobody knows whether it can be taken" };

function roadItem([kind, label, target, verdict, terms]) {
  const name = story.kinds[kind];
  const whither = name === "back" ? "back to where the detour began" : target < 0 ? "answered in place" : null;
  const before = { detour: "a detour to ", redirect: "on to ", chance: "by chance to " }[name] ?? "to ";
  return make("li", { class: verdict === "no" ? "never" : "" },
    make("span", { class: "label" }, label),
    ...(whither ? [make("span", { class: "quiet" }, whither)] : [make("span", { class: "quiet" }, before), link(target)]),
    terms ? make("code", null, terms) : null,
    VERDICTS[verdict] ? make("span", { class: "verdict" }, VERDICTS[verdict]) : null);
}

const LONG_WALK = 200, ITS_END = 40;

// Of a very long walk only the end, until all of it is asked for.
function walkList(last) {
  const steps = walkOf(last);
  const list = make("ol", { class: "walk", tabindex: "0", "aria-label": "The walk, step by step" });
  const fill = (from) => {
    list.style.counterReset = `step ${from - 1}`;
    list.replaceChildren(...steps.slice(from).map(({ words, nodes: through }) => {
      const target = through[through.length - 1];
      return make("li", null, make("span", null, link(target, words || "The story begins"),
        words ? make("span", { class: "quiet" }, ` ${nodes[target].id}`) : null));
    }));
  };
  if (steps.length <= LONG_WALK) {
    fill(0);
    return list;
  }
  fill(steps.length - ITS_END);
  const all = make("button", { class: "link", type: "button", click: () => {
    fill(0);
    all.remove();
  } }, `All ${steps.length.toLocaleString("en")} steps; these are the last`);
  return make("div", null, all, list);
}

function reached(steps, least) {
  if (least === steps) return `Reached in ${many(steps, "step")}, the fewest`;
  return `Reached in ${many(steps, "step")}` + (least > 1 ? `; it takes at least ${least.toLocaleString("en")}` : "");
}

function nodePanel(number) {
  const node = nodes[number];
  const prose = part(node, node.prose);
  const songs = part(node, node.songs);
  const effects = part(node, node.do);
  const into = arriving[number];
  const lost = story.stuck.filter(([at]) => at === number);
  const steps = node.walk >= 0 ? walkOf(node.walk).length - 1 : 0;
  const ways = node.roads.filter(([kind]) => story.kinds[kind] !== "song");
  const sung = node.roads.filter(([kind]) => story.kinds[kind] === "song");
  return [
    make("button", { class: "close", type: "button", "aria-label": "Close", click: closePanel }, "×"),
    make("h2", null, node.id),
    make("p", { class: "at" }, node.at),
    node.ending ? make("p", { class: "quiet" }, `Ending: ${node.ending}`) : null,
    make("ul", { class: "signs" }, ...node.signs.map((one) => make("li", null, icon(one), story.looks[one].legend))),
    ...node.told.map(told),
    ...(prose ? section("Prose", make("pre", { class: "prose" }, prose)) : []),
    ...(effects ? section("On arrival", make("code", null, effects.replace(/^\s*do:\s*/, ""))) : []),
    ...(ways.length ? section(many(ways.length, "way") + " on", make("ul", { class: "roads" }, ...ways.map(roadItem))) : []),
    ...(sung.length ? section("Songs", make("ul", { class: "roads" }, ...sung.map(roadItem)),
      make("details", null, make("summary", null, "As written"), make("pre", { class: "raw" }, songs))) : []),
    ...section(into.length ? `${many(into.length, "way")} here` : "No way leads here",
      make("ul", null, ...into.map((road) => make("li", null, link(road.from),
        make("span", { class: "quiet" }, ` ${nodes[road.from].roads[road.number][1]}`))))),
    ...lost.flatMap(([, walk, last, idle]) => section(idle ? "How nothing is left to do" : "How every ending is lost",
      last ? make("p", { class: "quiet" }, `What loses it: ${last}`) : null, walkList(walk))),
    ...(node.walk >= 0 ? section(steps ? reached(steps, node.least) : "The story begins here", steps ? walkList(node.walk) : null) : []),
    ...section("Play from here", make("code", { class: "command" }, `${story.command} --at ${node.id}`)),
    make("details", null, make("summary", null, "The whole node as written"), make("pre", { class: "raw" }, node.source)),
  ];
}

const CONCLUSIONS = {
  yes: "Every node can be reached, every choice taken, and nobody can get stuck: proved.",
  no: "It has faults: proved. Their signs are on the map.",
  unknown: "Undecided: the budget was spent before everything was known.",
};
const KEYS = [
  ["drag, arrows", "move"], ["wheel, pinch, + −", "zoom"], ["0", "all of it"], ["/", "search; Enter for the next"],
  ["Enter", "open what is in the middle"], ["N, P", "the next node, the one before"], ["L", "legend"], ["Esc", "close"],
];

function overviewPanel() {
  const reached = nodes.filter((node) => node.verdict === "yes").length;
  const counted = [
    ["Nodes", nodes.length.toLocaleString("en")], ["Reached", reached.toLocaleString("en")],
    ["Ways on", nodes.reduce((sum, node) => sum + node.roads.length, 0).toLocaleString("en")],
    ["Words", story.words.toLocaleString("en")], ["To read them all", many(story.minutes, "minute")],
  ];
  const all = make("details", null, make("summary", null, `All ${many(nodes.length, "node")}`));
  all.addEventListener("toggle", () => {
    if (all.children.length === 1) all.append(make("ul", null, ...nodes.map((_, number) => make("li", null, link(number)))));
  }, { once: true });
  return [
    make("button", { class: "close", type: "button", "aria-label": "Close", click: closePanel }, "×"),
    make("h2", { class: "title" }, "The story at a glance"),
    make("dl", null, ...counted.flatMap(([name, value]) => [make("dt", null, name), make("dd", null, value)])),
    ...(story.endings.length ? section(many(story.endings.length, "ending"), make("ul", null, ...story.endings.map((ending) =>
      make("li", null, make("span", { class: "label" }, ending.title),
        make("span", { class: "quiet" }, { yes: `in ${many(ending.steps, "step")} at `, no: "cannot be reached: ", unknown: "undecided: " }[ending.verdict]),
        ...ending.nodes.flatMap((number) => [link(number), " "]))))) : []),
    ...section(story.fields.length === 1 ? "Chapter" : "Chapters", make("ul", null, ...story.fields.map((field, number) =>
      make("li", null, make("button", { class: "link", type: "button", click: () => fitField(number) }, field.name),
        field.chapter ? make("span", { class: "quiet" }, ` ${field.chapter}`) : null)))),
    all,
    ...section("Keys", make("dl", null, ...KEYS.flatMap(([keys, what]) => [make("dt", null, make("kbd", null, keys)), make("dd", null, what)]))),
    ...(story.elsewhere.length ? section("Of the whole story", ...story.elsewhere.slice(0, 100).map(told)) : []),
  ];
}

function showPanel(number) {
  panel.hidden = false;
  panel.replaceChildren(...(number < 0 ? overviewPanel() : nodePanel(number)).filter((child) => child !== null));
  panel.scrollTop = 0;
}

function lineIcon(kind, never) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const stroke = STROKES[kind];
  const about = {
    d: "M0 8H16", fill: "none", "stroke-width": 2 * (stroke.wide ?? 1), "stroke-dasharray": (never ? NEVER : stroke.dash).map((one) => one * 0.6).join(" "),
    stroke: stroke.sign ? story.looks[sign[stroke.sign]].colour : DARK.quiet, "stroke-opacity": never ? 0.6 : 1,
  };
  for (const [name, value] of Object.entries({ width: 16, height: 16, "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries(about)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

const LINES = {
  choice: "a choice", detour: "a detour, and back", song: "a song", redirect: "leads on at once", chance: "by chance",
};

function showLegend() {
  const count = (number) => nodes.filter((node) => node.signs.includes(number)).length;
  const items = story.looks.map((look, number) => [icon(number, 16), look.legend, count(number)]);
  for (const [kind, words] of Object.entries(LINES)) {
    items.push([lineIcon(kind, false), words, roads.filter((road) => road.kind === kind && !road.never).length]);
  }
  items.push([lineIcon("choice", true), "can never be taken: proved", roads.filter((road) => road.never).length]);
  document.getElementById("legend").append(make("ul", null, ...items.filter(([, , met]) => met).map(([picture, words, met]) =>
    make("li", null, picture, `${words} (${met.toLocaleString("en")})`))));
}
