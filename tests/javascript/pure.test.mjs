// The pure functions of the page's elements, run by node's own test runner.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const load = async (name, inner = []) => {
  const source = await readFile(new URL(`../../components/elements/${name}.js`, import.meta.url), "utf8");
  const lent = inner.length ? `\nexport { ${inner.join(", ")} };` : "";
  return import(`data:text/javascript,${encodeURIComponent(source + lent)}`);
};

test("a scale bar has a round length that is not longer than asked", async () => {
  const { round, words } = await load("map_tools");
  for (const [metres, length] of [[7300, 5000], [20000, 20000], [999, 500], [1, 1], [123456, 100000]]) {
    assert.equal(round(metres), length);
  }
  assert.equal(words(5000), "5 km");
  assert.equal(words(200), "200 m");
});

test("a pixel stands for less ground to the north, and for half of it one step nearer", async () => {
  const { resolution } = await load("map_tools");
  assert.ok(Math.abs(resolution(0, 0) - 78271.5) < 1);
  assert.ok(resolution(60, 5) < resolution(0, 5));
  assert.ok(Math.abs(resolution(31, 6) / resolution(31, 7) - 2) < 1e-9);
});

test("offsets count characters as Python does, beyond the first plane too", async () => {
  const { length, part } = await load("reader", ["length", "part"]);
  assert.equal(length("Rafah"), 5);
  assert.equal(length("a😀b"), 3);
  assert.equal(part("a😀b", 1, 2), "😀");
  assert.equal(part("Khan Younis", 5, 11), "Younis");
});

test("a long name is as wide as its lines, a short one as its words", async () => {
  const { extent } = await load("map_tools");
  const measure = (words) => 7 * words.length;
  assert.deepEqual(extent("Rafah", 10, measure), [35, 12]);
  const [wide, high] = extent("Khan Younis Refugee Camp", 10, measure);
  assert.equal(wide, 90);
  assert.equal(high, 24);
  assert.equal(extent("Llanfairpwllgwyngyll", 10, measure)[0], 140); // one word is not broken
});

test("a name stands on the sides of its point at which the edge does not cut it", async () => {
  const { fitting, ways } = await load("map_tools");
  const sides = ways(["left", "right", "top", "center"], 1);
  assert.deepEqual(sides, ["left", [1, 0], "right", [-1, 0], "top", [0, 1], "center", [0, 0]]);
  assert.deepEqual(ways(["bottom-right"], 2), ["bottom-right", [-1.42, -1.42]]);
  const at = (x, y) => fitting(sides, [[x, y]], [60, 12], 10, [200, 100]).filter((_, n) => n % 2 === 0);
  assert.deepEqual(at(100, 50), ["left", "right", "top", "center"]);
  assert.deepEqual(at(20, 50), ["left"]);
  assert.deepEqual(at(190, 50), ["right"]);
  assert.deepEqual(at(100, 96), []);
  assert.deepEqual(at(-5, 50), ["right"]); // whose name is out of sight too
  assert.deepEqual(at(-400, 50), ["left", "right", "top", "center"]);
  assert.deepEqual(fitting(sides, [[5, 50], [205, 50]], [60, 12], 10, [200, 100])[0], "left"); // both ends of the world
  assert.deepEqual(fitting(sides, [[20, 50]], [60, 12], 10, [200, 100])[1], [1, 0]);
});
