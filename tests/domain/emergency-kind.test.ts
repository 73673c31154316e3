import { expect, test } from "vitest";
import { emergencyKindOf } from "#app/domain/emergency-kind.ts";

test.each([
  [["Water is pouring out and will not stop"], "flood"],
  [["Walls or ceiling", "Water is coming through the ceiling"], "flood"],
  [["Rain is coming in now and cannot be caught", null], "flood"],
  [["Water near a socket"], "unsafe-electrics"],
  [["Sparks, burning smell or bare wires"], "unsafe-electrics"],
  [["No power", "In the whole home, and the street has power"], "no-power"],
  [["No heating anywhere", "A baby, older or ill person lives here"], "no-heating"],
  [["Front door", "Will not lock, or home cannot be made secure"], "insecure"],
  [["Window", "Glass is smashed"], "insecure"],
  [["Smell of burning or fumes from a heater"], undefined],
  [["Waste is coming up inside your home"], undefined],
  [["Lift", "Someone is trapped"], undefined],
  [["Τάπ"], undefined],
])("%j: %s", (wordings, kind) => expect(emergencyKindOf(wordings)).toBe(kind));
