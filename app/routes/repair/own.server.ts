import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readReference } from "#app/domain/reference.ts";
import { type OwnRepair, readOwnRepair } from "#app/services/read-own-repair.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** A repair for whoever has shown on this device that it is theirs, and the device. */
export interface Own {
  own: OwnRepair;
  device: string;
  path: string;
}

/** Where a repair is followed. */
export const ownPath = (reference: string) => `/repair/${reference}`;

/** The repair of the address. Everybody else is led to where it is shown to be theirs, whether there is such a repair or not. */
export async function requireOwn({ request, params, context }: Args): Promise<Own> {
  const typed = params.reference ?? "";
  const reference = readReference(typed);
  if (!reference) throw new Response(null, { status: 404 });
  const device = await context.device.read(request);
  const own = device && (await readOwnRepair(context.site.db, { reference, device, now: context.now }));
  if (!own) throw redirect(`/repair?${new URLSearchParams({ reference })}`, 303);
  return { own, device, path: ownPath(reference) };
}

/** The device of a request; one that has no cookie yet is given one by the headers. */
export async function deviceOf({ request, context }: Args): Promise<{ device: string; headers: Record<string, string> }> {
  const known = await context.device.read(request);
  if (known) return { device: known, headers: {} };
  const { device, header } = await context.device.make();
  return { device, headers: { "Set-Cookie": header } };
}
