import type { LoaderFunctionArgs } from "@remix-run/node";
import { localDate } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import type { ReportedAround } from "#app/features/contact-centre/already-reported.tsx";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { addCallToRepair } from "#app/services/add-call-to-repair.server.ts";
import { type OpenCall, readCall, reportedAround } from "#app/services/read-call.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { dueOf } from "../staff/repairs.server.ts";
import { openHome } from "../staff/restricted.server.ts";
import { wordsOf } from "../staff/rule-words.server.ts";

const { around, call: words } = staff.desk;

/** The call of the address; a 404 where there is none. */
export async function requireCall(args: LoaderFunctionArgs): Promise<OpenCall> {
  const { params, context } = args;
  const open = await readCall(context.site.db, params.call ?? "", context.now);
  if (!open) throw new Response(null, { status: 404 });
  await openHome(args, { home: open.home, what: "home" });
  return open;
}

export const callPath = ({ call }: Pick<OpenCall, "call">) => `/contact-centre/calls/${call.id}`;

/** The home and those on file for it, as the agent compares them with what the caller says. */
export function homeRows({ home, tenancy }: OpenCall) {
  const names = tenancy?.tenants.map(({ name }) => name).join(", ");
  return [
    { name: words.here, value: placeLine({ home, block: null }) },
    { name: words.tenants, value: names || words.noTenants },
  ];
}

type Around = Awaited<ReturnType<typeof reportedAround>>[number];

/** What is reported already, as it is read out; undefined where the caller is not known: nothing is said of it then. */
export async function aroundView(
  open: OpenCall,
  { site, words, now }: RequestContext,
  trade?: string | null,
): Promise<ReportedAround[] | undefined> {
  if (open.standing !== "known") return undefined;
  const repairs = await reportedAround(site.db, open, { ...(trade !== undefined && { trade }), now });
  return repairs.map((repair) => lineOf(repair, words));
}

function lineOf(repair: Around, words: RequestContext["words"]): ReportedAround {
  const { id, reference, status, raisedAt, blockId } = repair;
  return {
    id,
    reference,
    problem: problemLine(repair),
    state: around.state(wordsOf(staff.repairs.states, status), words.format.date(localDate(raisedAt)), dueOf(repair, words)),
    isShared: blockId !== null,
  };
}

/** Counts the call in where one of the repairs that are shown was pressed: it is that one, or that one got worse. False where none was. */
export async function chase(open: OpenCall, form: Form, { site, now }: RequestContext, staffId: string): Promise<boolean> {
  const worse = typeof form.worse === "string" && form.worse !== "";
  const pressed = worse ? form.worse : form.same;
  const shown = await reportedAround(site.db, open, { now });
  const repair = shown.find(({ id }) => id === pressed);
  if (!repair) return false;
  await addCallToRepair(site.db, { callId: open.call.id, repairId: repair.id, worse, staffId, now });
  return true;
}
