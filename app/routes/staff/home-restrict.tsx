import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { rolesFor } from "#app/domain/restricted.ts";
import { MAY } from "#app/domain/staff.ts";
import { HomeFormPage } from "#app/features/staff/home-form-page.tsx";
import { restrictFields } from "#app/journeys/household-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { inFull } from "#app/languages/staff/figures.ts";
import { staff } from "#app/languages/staff.ts";
import { restrictHome } from "#app/services/restrict-home.server.ts";
import { readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { findHome, homeFormView, homePath, refuseStaleHome } from "./home.server.ts";
import { isSeen, whoMaySee } from "./restricted.server.ts";

export const handle = { roles: MAY.oversee };

const { restrict } = staff;

/**
 * Who may open a home. A manager whom it is closed to sees its number and no more, and can open it to themselves: that is recorded for all
 * who oversee.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const place = await findHome(args);
  const { home } = place;
  const { restrictedTo, restrictedWhy, restrictedReviewOn: reviewOn } = home;
  const may = isSeen(home, context);
  const now = restrictedTo !== null && restrict.now(whoMaySee(home), reviewOn ? inFull(reviewOn) : "");
  const typed = { roles: restrictedTo === null ? [] : rolesFor(home), why: (may && restrictedWhy) || "", reviewOn: reviewOn ?? "" };
  return {
    ...homeFormView(restrict.title, place, { who, context }),
    ...{ home: restrict.home(home.uprn), back: may ? homePath(home) : undefined },
    why: [restrict.why, ...(now ? [now] : [])],
    fields: fieldViews(restrictFields(localDate(context.now)), context, typed),
    hidden: { version: home.version },
    button: restrictedTo === null ? restrict.button : restrict.save,
    end: restrictedTo === null ? undefined : restrict.lift,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const who = await requireStaff(args, handle.roles);
  const { home } = await findHome(args);
  const form = await readForm(args.request);
  const by = { uprn: home.uprn, version: versionOf(form.version), who: who.id, now };
  const path = `${homePath(home)}?saved=yes`;
  if (form.change === "end") {
    const isOpen = home.restrictedTo === null || (await restrictHome(site.db, { ...by, restriction: null }));
    if (isOpen) throw redirect(path, 303);
    return refuseStaleHome(context, form, home);
  }
  const checked = checkFields(restrictFields(localDate(now)), form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  if (!(await restrictHome(site.db, { ...by, restriction: checked.answer }))) return refuseStaleHome(context, form, home);
  throw redirect(checked.answer.roles.includes(who.role) ? path : `${homePath(home)}/restrict`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function RestrictHome() {
  return <HomeFormPage {...useLoaderData<typeof loader>()} />;
}
