import { expect, test } from "vitest";
import { type HomeOpened, lookUpsOf, MANY_HOMES, MANY_WITHOUT_REASON, OFTEN_ONE_HOME } from "#app/domain/look-ups.ts";

const STAFF = [{ id: "ada", name: "Ada Person" }];
const homes = (count: number, opened: Partial<HomeOpened> = {}): HomeOpened[] =>
  Array.from({ length: count }, (_, at) => {
    return { who: "ada", uprn: String(at), times: 1, refused: 0, hasReason: true, tenants: ["Bo Tenant"], ...opened };
  });

test.each([
  ["one home with a reason", homes(1), [], []],
  ["as many homes as are not many", homes(MANY_HOMES - 1), [], []],
  ["many homes", homes(MANY_HOMES), [], ["homes"]],
  ["some without a reason", homes(MANY_WITHOUT_REASON - 1, { hasReason: false }), [], []],
  ["many without a reason", homes(MANY_WITHOUT_REASON, { hasReason: false }), [], ["withoutReason"]],
  ["one home now and then", homes(1, { times: OFTEN_ONE_HOME - 1 }), [], []],
  ["one home often", homes(1, { times: OFTEN_ONE_HOME }), [], ["mostOfOne"]],
  ["a restricted home that was refused", homes(1, { times: 0, refused: 1, hasReason: false }), [], ["refused"]],
  ["a tenant of the own name, in other capitals", homes(1, { tenants: ["Bo Tenant", "Cy  PERSON "] }), [], ["ownName"]],
  ["a refused home of the own name", homes(1, { times: 0, refused: 1, tenants: ["Cy Person"] }), [], ["refused"]],
  ["a file", [], [{ who: "ada", file: "day" }], ["exports"]],
])("%s", (_, opened, exports, unusual) => {
  expect(lookUpsOf({ staff: STAFF, opened, exports }).map((day) => day.unusual)).toEqual([unusual]);
});

test("who opened nothing is left out, and whoever stands out most comes first", () => {
  const staff = [...STAFF, { id: "bo", name: "Bo Agent" }, { id: "cy", name: "Cy Idle" }];
  const opened = [...homes(2), ...homes(1, { who: "bo", times: OFTEN_ONE_HOME })];
  expect(lookUpsOf({ staff, opened, exports: [] }).map(({ who }) => who)).toEqual(["bo", "ada"]);
});
