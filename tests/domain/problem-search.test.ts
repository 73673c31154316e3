import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { makeSearch, searchProblems } from "#app/domain/problem-search.ts";

interface Leaf {
  location: string;
  problem: string;
  detail: string | null;
  searchWords: string | null;
}

const pathOf = ({ location, problem, detail }: Leaf) => [location, problem, detail].filter((part) => part !== null).join(" > ");
const leaf = (location: string, problem: string, detail: string | null = null, searchWords: string | null = null): Leaf => ({
  location,
  problem,
  detail,
  searchWords,
});

const rows: Record<string, string>[] = parse(readFileSync("db/seed/catalogue.csv"), { columns: true });
const catalogue = makeSearch(
  rows.map(({ location = "", problem = "", detail, "search words": words }) => leaf(location, problem, detail || null, words || null)),
);
const found = (typed: string, most = 10) => searchProblems(catalogue, typed, { most }).map(pathOf);

/** What people type, and what must be among the first three. */
const TYPED: [typed: string, wanted: string][] = [
  ["tap dripping", "Kitchen > Sink or taps > Tap drips or will not turn off"],
  ["tap dripping", "Bathroom > Bath > Bath tap drips or will not turn off"],
  ["boiler", "Heating and hot water > Boiler > Shows a fault or keeps going out"],
  ["mold on wall", "Damp and mould > Mould on walls or ceilings > In one room"],
  ["no hot water", "Heating and hot water > No hot water > There is heating"],
  ["My boiler is not working!", "Heating and hot water > Boiler > Shows a fault or keeps going out"],
  ["leeking tap", "Kitchen > Sink or taps > Tap drips or will not turn off"],
  ["tpa driping", "Kitchen > Sink or taps > Tap drips or will not turn off"],
  ["faucet leaks in the bathroom", "Bathroom > Basin > Basin tap drips or will not turn off"],
  ["bog wont flush", "Toilet > Does not flush > It is the only toilet in the home"],
  ["loo keeps running", "Toilet > Keeps running or filling"],
  ["toliet blocked", "Toilet > Blocked > It is the only toilet in the home"],
  ["wobbly toilet", "Toilet > Loose or rocks"],
  ["boilr losing presure", "Heating and hot water > Boiler > Pressure is low after you topped it up"],
  ["noisy boiler", "Heating and hot water > Boiler > Makes banging or rumbling noises"],
  ["raditor cold", "Heating and hot water > Radiators > One radiator stays cold"],
  ["radiators leaking", "Heating and hot water > Radiators > Leaks"],
  ["no heating", "Heating and hot water > No heating anywhere > A baby, older or ill person lives here"],
  ["immersion", "Heating and hot water > No hot water > The hot water tank or heater does not work"],
  ["thermostat", "Heating and hot water > Thermostat or timer > Screen is blank or does nothing"],
  ["no electric", "Electrics > No power > In the whole home, and the street has power"],
  ["fusebox trips", "Electrics > Fuse box keeps switching off"],
  ["plug socket not working", "Electrics > Sockets > Does not work"],
  ["smoke alarm beeping", "Electrics > Smoke or carbon monoxide alarm > Beeps now and then"],
  ["door bell", "Electrics > Doorbell of the home does not work"],
  ["light bulb", "Electrics > Lights > Ordinary bulb needs changing"],
  ["shwer is cold", "Bathroom > Shower > Electric shower does not work or runs cold"],
  ["bath sealent", "Bathroom > Bath > Seal around the bath is split or missing"],
  ["extracter fan", "Bathroom > Light or extractor fan > Extractor fan does not work or is very loud"],
  ["cieling leaking", "Bedrooms > Walls or ceiling > Water is coming through the ceiling"],
  ["celing falling down", "Bathroom > Walls, tiles or ceiling > Ceiling is sagging or bits are falling"],
  ["black mouldy wall", "Damp and mould > Mould on walls or ceilings > In more than one room"],
  ["drafty window", "Windows and doors > Window > Will not close or lock"],
  ["condesation on windows", "Damp and mould > Condensation > On windows most days"],
  ["window wont close", "Windows and doors > Window > Will not close or lock"],
  ["frunt door lock", "Windows and doors > Front door > Stiff to lock or needs lifting"],
  ["lost my keys", "Windows and doors > Lost keys or locked out"],
  ["letter box", "Hall and stairs > Letter plate is loose or broken"],
  ["bannister loose", "Hall and stairs > Stairs > Handrail is loose or missing"],
  ["lose floor board", "Bedrooms > Floor > Floorboard is loose or broken"],
  ["mouse in bedroom", "Bedrooms > Ants, mice or other pests"],
  ["telly ariel", "Living areas > TV aerial or satellite dish of your own"],
  ["kitchen draw", "Kitchen > Cupboards or drawers > Drawer is broken or stuck"],
  ["sink clogged", "Kitchen > Sink or taps > Sink drains slowly or is blocked"],
  ["washing machine leaking", "Kitchen > Washing machine tap or waste pipe leaks"],
  ["roof leek", "Roof and gutters > Roof leaks when it rains > Flat roof"],
  ["guttering overflowing", "Roof and gutters > Gutters and downpipes > Gutter leaks or overflows"],
  ["fence blown down", "Outside > Fence or gate > Fence panel or post is broken"],
  ["manhole smells", "Outside > Drains > Drain outside is blocked"],
  ["elevator", "Communal areas > Lift > Not working"],
  ["intercom", "Communal areas > Door entry > Intercom or buzzer does not work"],
];

describe("the product's own catalogue", () => {
  test.each(TYPED)("%s: %s", (typed, wanted) => {
    expect(found(typed, 3)).toContain(wanted);
  });

  test.each(["asdfghjkl", "purple elephant", "xyzzy", "zzz", "qwertyuiop", "the my is on", "lorem ipsum"])("%s: nothing", (typed) => {
    expect(found(typed)).toEqual([]);
  });

  test.each(["", "   ", "\0", "\0\0tap\0", "😀", "🚰 tap 🚰", ".*", "[", "(((", "\\", "tap|boiler", "%_'\";--", "\ud800", "__proto__"])(
    "takes %j",
    (typed) => {
      expect(found(typed).length).toBeLessThanOrEqual(10);
    },
  );

  test("passes over what is no word", () => {
    expect(found("🚰 TAP\0 (dripping)... *!")).toEqual(found("tap dripping"));
    expect(found("́tàp dripping")).toEqual(found("tap dripping"));
  });

  test("reads the beginning of a very long text", () => {
    expect(found(`boiler ${"x".repeat(1_000_000)}`)).toEqual(found("boiler"));
    expect(found("a ".repeat(500_000))).toEqual([]);
  });

  test("gives no more than asked, and the same first ones", () => {
    expect(found("tap", 2)).toEqual(found("tap").slice(0, 2));
    expect(found("door")).toHaveLength(10);
  });

  test("finds the same wording in every room", () => {
    const wording = "Ceiling is sagging or bits are falling";
    const rooms = found("ceiling sagging").filter((path) => path.endsWith(wording));
    expect(rooms.map((path) => path.split(" > ")[0])).toEqual(["Kitchen", "Bathroom", "Bedrooms", "Living areas", "Hall and stairs"]);
  });
});

describe("the order", () => {
  const order = (leaves: Leaf[], typed: string) => searchProblems(makeSearch(leaves), typed, { most: 10 }).map(pathOf);
  const cases: Record<string, { leaves: Leaf[]; typed: string; wanted: string[] }> = {
    "more of the words first": {
      leaves: [leaf("A", "Door"), leaf("B", "Blue door")],
      typed: "blue door",
      wanted: ["B > Blue door"],
    },
    "a rare word counts more": {
      leaves: [leaf("A", "Door squeaks"), leaf("B", "Door shuts"), leaf("C", "Door opens"), leaf("D", "Hinge squeals")],
      typed: "door hinge",
      wanted: ["D > Hinge squeals", "A > Door squeaks", "B > Door shuts", "C > Door opens"],
    },
    "a whole word, then the beginning of one": {
      leaves: [leaf("A", "Pipework"), leaf("B", "Pipe")],
      typed: "pipe",
      wanted: ["B > Pipe"],
    },
    "the beginning of a word, where no word is whole": {
      leaves: [leaf("A", "Pipework")],
      typed: "pipew",
      wanted: ["A > Pipework"],
    },
    "search words count like the wording": {
      leaves: [leaf("A", "Cistern"), leaf("B", "Tank", null, "ballvalve, cistern")],
      typed: "cistern",
      wanted: ["A > Cistern", "B > Tank"],
    },
    "the room tells which of two": {
      leaves: [leaf("Kitchen", "Tap drips"), leaf("Bathroom", "Tap drips")],
      typed: "bathroom tap",
      wanted: ["Bathroom > Tap drips"],
    },
    "together in one phrase first": {
      leaves: [leaf("A", "Broken", null, "garden gate, side wall"), leaf("B", "Broken", null, "garden wall")],
      typed: "garden wall",
      wanted: ["B > Broken", "A > Broken"],
    },
    "ties in the catalogue's order": {
      leaves: [leaf("B", "Tap"), leaf("A", "Tap")],
      typed: "tap",
      wanted: ["B > Tap", "A > Tap"],
    },
  };
  test.each(Object.entries(cases))("%s", (_, { leaves, typed, wanted }) => {
    expect(order(leaves, typed)).toEqual(wanted);
  });
});

describe("typing errors", () => {
  const spelt = makeSearch([leaf("A", "Tap"), leaf("B", "Radiator"), leaf("C", "Window"), leaf("D", "Sink")]);
  test.each([
    ["windwo", ["Window"]],
    ["widow", ["Window"]],
    ["wimdow", ["Window"]],
    ["windoww", ["Window"]],
    ["indow", ["Window"]],
    ["wimdwo", []],
    ["raddiater", ["Radiator"]],
    ["kadiater", []],
    ["tip", []],
    ["sint", ["Sink"]],
    ["pink", []],
  ])("%s: %j", (typed, wanted) => {
    expect(searchProblems(spelt, typed, { most: 10 }).map(({ problem }) => problem)).toEqual(wanted);
  });
});

test("only the leaves that may be found are counted and found", () => {
  const both = makeSearch([leaf("A", "Tap"), leaf("B", "Tap")]);
  expect(searchProblems(both, "tap", { most: 1, only: ({ location }) => location === "B" }).map(pathOf)).toEqual(["B > Tap"]);
});

test("an empty catalogue has nothing to find", () => {
  expect(searchProblems(makeSearch([]), "tap", { most: 10 })).toEqual([]);
});
