import { z } from "zod";
import { isLocalDate } from "#app/domain/local-date.ts";
import { parseOfferKey } from "#app/domain/offers.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, type Options, oneOf } from "./fields.ts";
import type { Fields } from "./journey.ts";

const { newSlot, moveVisit } = staff;
const { error: needsDate, ...dateWords } = newSlot.date;

/** A local date, as a browser's date field sends it. */
const date: Field<string> = {
  ...{ kind: "date", ...dateWords },
  schema: z.string(needsDate).trim().refine(isLocalDate, needsDate),
};

/** One more slot for an operative, in one of the landlord's windows: their names by id and by code. */
export const newSlotFields = ({ operatives, windows }: { operatives: Options; windows: Options }) => ({
  operative: oneOf(operatives, newSlot.operative, "select"),
  date,
  window: oneOf(windows, newSlot.window, "select"),
});

/** How the tenant agreed to another time: kept as its code. */
const agreedFields = { agreed: oneOf(moveVisit.agreed.options, moveVisit.agreed) };

const { offer, offerError } = moveVisit;

/** The time a visit is moved to, and how the tenant agreed. Whether the time can be had is for the calendar to say. */
export const moveFields = {
  offer: {
    kind: "radios",
    label: offer,
    schema: z.custom<string>((key) => typeof key === "string" && parseOfferKey(key) !== undefined, offerError),
  },
  ...agreedFields,
} satisfies Fields;
