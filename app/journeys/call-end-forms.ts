import type { CallReason } from "#app/domain/call.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, oneOf } from "./fields.ts";

const { reasons, reason } = staff.callEnd;

/** Why a call was made. */
export const callEndFields = { reason: oneOf(reasons, reason) as Field<CallReason> };
