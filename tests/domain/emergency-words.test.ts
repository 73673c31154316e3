import { describe, expect, test } from "vitest";
import { type DangerKind, dangerIn } from "#app/domain/emergency-words.ts";

const DANGERS: Record<DangerKind, string[]> = {
  gas: [
    "There is a smell of gas in the kitchen",
    "I can smell gas",
    "strong gas smell by the meter",
    "cooker smells like gass",
    "it smels of gas when the hob is off",
    "Stinks of gas in here!!",
    "Gas, I can smell it in the hall",
    "I can smell something, maybe gas",
    "there's a gas leak",
    "gas pipe is leaking behind the cooker",
    "Gas leek under the sink",
    "Not sure if I smell gas",
    "No heating and a smell of gas",
    "smell coming from the gas meter",
    "A smell of rotten eggs",
    "The engineer came last week. Now I smell gas again",
  ],
  "carbon-monoxide": [
    "The carbon monoxide alarm is going off",
    "carbon monixide detector beeping",
    "CO alarm keeps sounding",
    "My CO2 alarm went off and I feel sick",
    "Boiler man said there was carbon monoxide",
    "New carbon monoxide alarm is beeping",
  ],
  fire: ["The socket is on fire", "cooker caught fire", "There's a fire in the bin store", "Smoke is pouring out of the boiler"],
  electrics: [
    "The socket sparks when I plug in the kettle",
    "light switch is sparking",
    "spraking from the fuse box",
    "burning smell from the plug",
    "smells of burning near the cooker",
    "smell of burnt plastic",
    "There are bare wires in the hall",
    "wires hanging exposed",
    "I got a shock off the tap",
    "electric shock from the washing machine",
    "water near the lights",
    "Water is coming through the light fitting",
    "watter dripping onto the sockit",
    "leak above the fuse box",
    "The ceiling light is dripping",
    "my socket is wet",
    "rain coming in by the eletrics",
  ],
};

const HARMLESS = [
  "",
  "It smells of damp",
  "The bedroom smells of damp by the gas meter",
  "the gas engineer came",
  "The gas engineer came, there is a smell of damp",
  "Gas cooker needs connecting",
  "My gas boiler is leaking water",
  "water is leaking from the gas boiler",
  "There is no smell of gas",
  "I can't smell gas, the boiler just will not light",
  "Please fit a carbon monoxide alarm",
  "The carbon monoxide alarm needs a new battery",
  "There is no carbon monoxide alarm",
  "The fire door does not close",
  "Smoke alarm is beeping once a minute",
  "gas fire will not stay lit",
  "I cannot turn on fire in the lounge",
  "The hob ignition does not spark",
  "The sparky did not come back",
  "Sink plug leaks and water goes down the plug hole",
  "Kitchen tap drips. The light bulb has gone",
  "Dripping in the bathroom, and a light has gone in the hall",
  "Water comes in through the skylight",
  "water leaks out of the electric shower",
  "A small leak under the sink",
  "burnt smell of toast will not go",
  "water is dripping but not near the lights",
  "水漏れ",
];

describe("the words of a description", () => {
  for (const [kind, descriptions] of Object.entries(DANGERS)) {
    test.each(descriptions)(`${kind}: %s`, (description) => expect(dangerIn(description)?.kind).toBe(kind));
  }

  test.each(HARMLESS)("harmless: %s", (description) => expect(dangerIn(description)).toBeUndefined());

  test("are the same danger while the same phrases are there, and another with other ones", () => {
    const first = dangerIn("I can smell gas.");
    expect(dangerIn("Since Monday: I can SMELL GAS, please come")).toEqual(first);
    expect(dangerIn("There is a gas leak")?.phrases).not.toBe(first?.phrases);
    expect(dangerIn("I can smell gas. The socket sparks.")).toEqual({ kind: "gas", phrases: "smell gas, sparks" });
  });

  test("of any length are read at once", () => {
    for (const words of ["water ", "smell of ", "gas is ", "light is ", "no ", "not like ", ", ", "\0\ud800"])
      expect(dangerIn(words.repeat(5000))).toBeUndefined();
  });
});
