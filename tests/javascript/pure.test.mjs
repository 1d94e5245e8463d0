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
