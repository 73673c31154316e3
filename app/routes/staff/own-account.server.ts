import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Role } from "#app/domain/staff.ts";
import type { Key } from "#app/features/staff/code-page.tsx";
import { staff } from "#app/languages/staff.ts";
import type { OwnAnswer } from "#app/services/own-account.server.ts";
import { isSecret, newSecret, secretAddress } from "#app/services/second-factor.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { landlordName } from "#app/web/page-title.server.ts";
import { requireStaff, type StaffAtWork } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";

/** Whoever signs in here. Throws 404 for those who only come by the landlord's own sign-in: there is nothing of theirs to change. */
export async function requireOwnPassword(args: LoaderFunctionArgs, roles: readonly Role[]): Promise<StaffAtWork> {
  const who = await requireStaff(args, roles);
  if (!who.hasPassword) throw new Response(null, { status: 404 });
  return who;
}

/** The key to show to an app: the one that a refused form showed, or a new one. */
export function keyToScan(context: RequestContext, { email }: { email: string }): Key {
  const shown = context.mistake?.typed.secret;
  const secret = isSecret(shown) ? shown : newSecret();
  return { secret, address: secretAddress(secret, { issuer: landlordName(context), label: email }) };
}

/** The page again with what is wrong; or on to where one is signed in, with a new cookie. */
export async function answerOwn(context: RequestContext, typed: Form, { answer, saved }: { answer: OwnAnswer; saved: string }) {
  if (answer.ok)
    throw redirect(`/staff/sessions?saved=${saved}`, {
      status: 303,
      headers: { "Set-Cookie": await context.staffCookie.give(answer.token) },
    });
  if (answer.reason === "wait") return refuse(context, typed, { password: staff.signIn.wait(instantIn(context.words, answer.until)) });
  const errors = {
    wrong: { password: staff.ownPassword.present.wrong },
    code: { code: staff.code.wrong },
    changed: { password: staff.ownChanged },
  };
  return refuse(context, typed, errors[answer.reason]);
}
