import { randomBytes } from "node:crypto";
import { CANNOT_CALL } from "#app/domain/cannot-call.ts";
import { saidOfTenure } from "#app/domain/home.ts";
import { readPhone } from "#app/domain/phone.ts";
import { formatPostcode } from "#app/domain/postcode.ts";
import type { Typed } from "#app/journeys/journey.ts";
import type { Db } from "#db/client.ts";
import { callerFor, giveDraft } from "#db/queries/calls.ts";
import type { OpenCall } from "./read-call.server.ts";
import { startReport } from "./start-report.server.ts";

interface Beginning {
  open: OpenCall;
  staffId: string;
  /** Which of those who hold the tenancy it is for; the first unless told. */
  tenantId?: string | undefined;
  /** The kind of an emergency: it is asked what and where alone. */
  emergency?: string;
  language: string;
  now: Date;
}

/** Begins a report on a call, with what the journey would ask and the agent has before them. Returns the draft's id. */
export async function beginCallReport(db: Db, beginning: Beginning): Promise<string> {
  const { open, staffId, language, now } = beginning;
  const typed = { ...placeOf(open), ...(await peopleOf(db, beginning)), ...questionsOf(beginning) };
  // No device has it: agents open it by who they are.
  const device = randomBytes(32).toString("hex");
  const draftId = await startReport(db, { device, language, typed, staffId, now });
  await db.write((tx) => giveDraft(tx, db.schema, { id: open.call.id, draftId }));
  return draftId;
}

const placeOf = ({ home }: OpenCall): Typed => ({
  postcode: { postcode: formatPostcode(home.postcode), number: "" },
  home: { uprn: `uprn-${home.uprn}` },
  ...(home.blockId && { place: { place: "home" } }),
});

/** Nothing of what is on file stands in a report of somebody who is not known. */
function questionsOf({ emergency, open }: Beginning): Typed {
  if (emergency !== undefined) return { emergency: { kind: emergency }, "call-us": { goOn: CANNOT_CALL } };
  return {
    emergency: { kind: "none" },
    known: { repair: "else" },
    photos: { done: "yes" },
    household: {},
    help: {},
    ...(open.standing === "known" && { tenure: { tenure: saidOfTenure(open.home.tenure) } }),
  };
}

type Person = NonNullable<OpenCall["tenancy"]>["tenants"][number];

async function peopleOf(db: Db, { open, tenantId, emergency }: Beginning): Promise<Typed> {
  const { call, tenancy, standing } = open;
  const other = await callerFor(db.read, db.schema, call.id);
  const who = { who: { who: other && emergency === undefined ? "someone" : "me" } };
  const tenant = tenancy?.tenants.find(({ id }) => id === tenantId) ?? tenancy?.tenants[0];
  const onFile = standing === "known" && tenant ? detailsOf(tenant) : undefined;
  if (other) return { ...who, contact: { name: other.name, phone: "", email: "" }, ...(onFile && { person: onFile }) };
  return { ...who, ...(onFile && { contact: { ...onFile, confirmBy: wayTo(onFile) } }) };
}

/** How to reach a person: a mobile before another number, since news goes by text. */
function detailsOf({ name, contacts }: Person) {
  const of = (kind: string) => contacts.flatMap((each) => (each.kind === kind ? [each.value] : []));
  const phones = of("phone");
  const phone = phones.find((each) => readPhone(each)?.isMobile) ?? phones[0] ?? "";
  return { name, phone, email: of("email")[0] ?? "" };
}

function wayTo({ phone, email }: { phone: string; email: string }): string {
  if (readPhone(phone)?.isMobile) return "text";
  return email ? "email" : "phone";
}
