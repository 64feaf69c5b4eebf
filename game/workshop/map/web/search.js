// Search: ids first, then choices, then prose; straight quotes find curly ones.
const asked = document.getElementById("asked");
const hitList = document.getElementById("hits");
const counted = document.getElementById("count");
const MOST = 60;
const search = { hits: [], at: -1 };
const even = (words) => words.replace(/\s\s+|[\n\t]/g, " ").trim();
const folded = (words) => words.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
let haystacks = null;

// What is looked through, the weightiest first.
function searched(node) {
  const lines = node.source.split("\n");
  const prose = [node.prose, node.songs].map(([from, to]) => lines.slice(from, to).join(" ")).join(" ");
  return [node.id, even(node.roads.map((road) => road[1]).join(" · ")), even(`${node.ending} ${prose}`)];
}

function haystack() {
  haystacks ??= nodes.map((node) => searched(node).map(folded));
  return haystacks;
}

function find(words) {
  const needle = even(folded(words));
  const found = [];
  if (needle) {
    haystack().forEach((parts, number) => {
      const rank = parts.findIndex((one) => one.includes(needle));
      if (rank >= 0) found.push({ number, rank, exact: parts[0] === needle });
    });
  }
  found.sort((one, other) => other.exact - one.exact || one.rank - other.rank || one.number - other.number);
  search.hits = found;
  search.at = -1;
  counted.textContent = !needle ? "" : found.length ? many(found.length, "node") + " found" : "Nothing found.";
  hitList.replaceChildren(...found.slice(0, MOST).map((hit, place) => make("li", null,
    make("button", { type: "button", click: () => goTo(place) }, nodes[hit.number].id, hit.rank ? make("small", null, ...excerpt(hit, needle)) : null))));
  if (found.length && innerHeight < 900) showLegendOr(true);
  redraw();
}

function excerpt({ number, rank }, needle) {
  const folds = haystacks[number][rank];
  const written = searched(nodes[number])[rank];
  const text = written.length === folds.length ? written : folds; // a few letters have other lengths in lower case
  const at = folds.indexOf(needle);
  const [from, to] = [Math.max(0, at - 36), at + needle.length];
  return [(from ? "…" : "") + text.slice(from, at), make("mark", null, text.slice(at, to)), text.slice(to, to + 44) + (to + 44 < text.length ? "…" : "")];
}

function clearSearch() {
  asked.value = "";
  find("");
}

function goTo(place) {
  if (!search.hits.length) return;
  search.at = (place + search.hits.length) % search.hits.length;
  [...hitList.children].forEach((item, number) => {
    const button = item.firstChild;
    if (number === search.at) {
      button.setAttribute("aria-current", "true");
      button.scrollIntoView({ block: "nearest" });
    } else button.removeAttribute("aria-current");
  });
  counted.textContent = `${search.at + 1} of ${many(search.hits.length, "node")}`;
  choose(search.hits[search.at].number);
}

asked.addEventListener("input", () => find(asked.value));
asked.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    goTo(search.at + (event.shiftKey ? -1 : 1));
  } else if (event.key === "Escape") {
    clearSearch();
    canvas.focus();
  }
});
