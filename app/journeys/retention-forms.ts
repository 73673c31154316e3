import { staff } from "#app/languages/staff.ts";
import { anyOf } from "./fields.ts";

const { options, ...words } = staff.retention.reasons;

/** Why the personal details of a repair are kept beyond their time. */
export const holdFields = { reasons: anyOf(options, words) };
