import { problemLine } from "#app/domain/problem.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import type { EmergencyCase } from "#db/queries/emergencies.ts";
import type { Message } from "#db/queries/messages.ts";

/**
 * What the person on duty is sent. It says who, where and what, since they may have to send somebody before they can open a page, and
 * how the tenant can be reached, since calling was not possible; nothing about health, household or tenancy.
 */
export function emergencyNotice({ repair, home, block, contact }: EmergencyCase, message: Message, link: string) {
  return {
    type: "emergency",
    id: message.id,
    /** 1 at first, then one more every ten minutes. */
    number: message.number,
    reference: repair.reference,
    reportedAt: repair.raisedAt.toISOString(),
    makeSafeBy: repair.dueAt?.toISOString() ?? repair.dueOn,
    address: placeLine({ home, block }),
    problem: problemLine(repair),
    description: contact.description,
    name: contact.name,
    /** text, email or phone: how the tenant wants to be reached. */
    reachBy: contact.confirmBy,
    phone: contact.phone,
    email: contact.email,
    acknowledge: link,
  };
}
