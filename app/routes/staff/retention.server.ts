import { localDate } from "#app/domain/local-date.ts";
import { keptUntil } from "#app/domain/retention.ts";
import { staff } from "#app/languages/staff.ts";
import type { ReadRepair } from "#app/services/read-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { pathOf } from "./repair.server.ts";
import { wordsOf } from "./rule-words.server.ts";

type Repair = Pick<ReadRepair["repair"], "closedAt" | "forgottenAt">;

/** How long the personal details of a repair are kept, or when they were deleted. */
export function keptWords({ closedAt, forgottenAt }: Repair, holds: readonly string[], { site }: Pick<RequestContext, "site">): string {
  const { deleted, held, until, open, reasons } = staff.retention;
  if (forgottenAt) return deleted(localDate(forgottenAt));
  if (holds.length > 0) return held(holds.map((reason) => wordsOf(reasons.options, reason)));
  return closedAt ? until(keptUntil(closedAt, site.landlord.retention)) : open;
}

/** The same as a row of the repair's page, with the way to change it for whoever may. */
export function keptRow(
  { repair, holds }: Pick<ReadRepair, "repair" | "holds">,
  context: Pick<RequestContext, "site">,
  mayChange: boolean,
) {
  const { change, hidden } = staff.retention;
  const href = `${pathOf(repair)}/keep`;
  return {
    name: staff.repair.rows.kept,
    value: keptWords(
      repair,
      holds.map(({ reason }) => reason),
      context,
    ),
    actions: mayChange && !repair.forgottenAt ? [{ href, text: change, hidden }] : [],
  };
}
