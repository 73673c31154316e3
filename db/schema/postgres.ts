import { postgresColumns } from "../columns/postgres.ts";
import { schemaFor } from "./schema.ts";

/** The tables by name, as drizzle-kit reads them. */
export const {
  installation,
  rules,
  bankHolidays,
  patches,
  blocks,
  homes,
  stagedHomes,
  catalogues,
  problems,
  drafts,
  repairs,
  contacts,
  visitNeeds,
  followers,
  requests,
  photos,
  appointments,
  events,
  contractors,
  trades,
  operatives,
  operativeTrades,
  operativePatches,
  workingPatterns,
  days,
  slots,
} = schemaFor(postgresColumns);
