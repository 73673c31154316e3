import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { ShortcutsPage } from "#app/features/contact-centre/shortcuts-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "../staff/form.server.ts";

export const handle = { roles: MAY.contactCentre };

const A_YEAR = 365 * 24 * 60 * 60;

/** A choice of this browser, of nobody in particular. The page's own script reads it. */
const headerOf = (value: "on" | "off") => `shortcuts=${value}; Path=/; SameSite=Lax; Max-Age=${value === "on" ? A_YEAR : 0}`;

/** The keyboard's shortcuts, off until somebody turns them on. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const who = await requireStaff(args, handle.roles);
  return {
    staffView: staffViewOf(who, "/contact-centre/shortcuts"),
    documentTitle: staffTitle(context, staff.contactCentre.shortcuts.title),
    isOn: /(^|;\s*)shortcuts=on(;|$)/.test(request.headers.get("cookie") ?? ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { shortcuts } = await readForm(args.request);
  return redirect("/contact-centre/shortcuts", { status: 303, headers: { "Set-Cookie": headerOf(shortcuts === "on" ? "on" : "off") } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Shortcuts() {
  return <ShortcutsPage {...useLoaderData<typeof loader>()} />;
}
