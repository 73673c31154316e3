import { addressLine } from "#app/domain/address.ts";
import type { RunningCallView } from "#app/features/contact-centre/running-call.tsx";
import { staff } from "#app/languages/staff.ts";
import { runningCall } from "#app/services/running-call.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

/** The call that somebody is on, as a page shows it beside what it is about; undefined where they are on none. */
export async function runningCallView(
  staffId: string,
  { site, now }: Pick<RequestContext, "site" | "now">,
): Promise<RunningCallView | undefined> {
  const running = await runningCall(site.db, { staffId, now });
  if (!running) return undefined;
  const { call, home, proposed } = running;
  const { nowhere, reasons } = staff.callEnd;
  return {
    ...{ id: call.id, href: `/contact-centre/calls/${call.id}`, home: home ? addressLine(home) : nowhere },
    ...{ reason: proposed, reasonName: reasons[proposed] },
  };
}
