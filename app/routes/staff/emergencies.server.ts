import { isNotAlone } from "#app/domain/home.ts";
import { localTime } from "#app/domain/local-date.ts";
import type { EmergenciesView, EmergencyView } from "#app/features/staff/emergencies.tsx";
import { staff } from "#app/languages/staff.ts";
import { type OpenEmergency, readEmergencies } from "#app/services/read-emergencies.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { emergencyRows } from "../emergency-rows.server.ts";
import { veiled } from "./restricted.server.ts";

/** The emergencies that are not safe yet, as the block of a page shows them. Whatever is done about one leads back to that page. */
export async function emergenciesView(context: RequestContext, page: string): Promise<EmergenciesView> {
  const { site, now, words } = context;
  const emergencies = await readEmergencies(site.db, now);
  return {
    ...{ page, asOf: staff.emergencies.asOf(words.format.time(localTime(now))) },
    emergencies: emergencies.map((emergency) => viewOf(veiled(emergency, context), context)),
  };
}

function viewOf(found: OpenEmergency, { words, mistake }: RequestContext): EmergencyView {
  const { repair, emergency, sent, sendable, minutesLeft } = found;
  const { rows, left, give } = staff.emergencies;
  return {
    ...{ repairId: repair.id, reference: repair.reference, left: left(minutesLeft), isLate: minutesLeft < 0 },
    isNotAlone: isNotAlone(found.home),
    isSeen: emergency.acknowledgedAt !== null,
    rows: [
      ...emergencyRows(found, words),
      { name: rows.acknowledged, value: acknowledgedWords(found, words) },
      { name: rows.sent, value: sentWords(found, words) },
    ],
    sent: sent && { slotId: sent.slotId },
    sendable: sendable.map(({ id, name, isFree }) => ({ id, text: isFree ? give.free(name) : give.extra(name) })),
    error: mistake?.typed.repair === repair.id ? mistake.errors.operative : undefined,
  };
}

function acknowledgedWords({ emergency }: OpenEmergency, words: RequestContext["words"]): string {
  const { acknowledgedBy, nobodyYet } = staff.emergencies;
  const { acknowledgedAt: at, acknowledgedBy: by } = emergency;
  return at ? acknowledgedBy(by ?? "", instantIn(words, at)) : nobodyYet;
}

function sentWords({ emergency, sent }: OpenEmergency, words: RequestContext["words"]): string {
  const { nobodySent, sentAt, wontCome, endedWithout } = staff.emergencies;
  if (emergency.dispatchedAt === null) return nobodySent;
  const when = instantIn(words, emergency.dispatchedAt);
  if (!sent) return endedWithout(when);
  return sent.open ? sentAt(sent.name, when) : wontCome(sent.name);
}
