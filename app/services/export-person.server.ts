import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isKey, type PersonKey, type Told, theirsAmong } from "#app/domain/person.ts";
import { staff } from "#app/languages/staff.ts";
import type { Db } from "#db/client.ts";
import { askedBeside, besideRepair, draftsAfter, leftUnsent, repairsOf } from "#db/queries/person.ts";
import { exportHome } from "./export-home.server.ts";
import type { PhotoStore } from "./photo-store.server.ts";

type Found = Awaited<ReturnType<typeof repairsOf>>[number];
type Beside = Awaited<ReturnType<typeof besideRepair>>;

interface Exporting {
  photos: PhotoStore;
  key: PersonKey;
  /** Where it is written: a folder that is not there yet, or empty. */
  folder: string;
  now: Date;
}

/** How much there was of a person. */
export interface PersonExported {
  repairs: number;
  others: number;
  photos: number;
}

/**
 * Writes all that is held on a person into a folder that only its owner may read: `person.json`, which says what each part is, and the photos.
 * What is about others is left out, and named, unless a whole home is asked for. Throws an Error of one line where the folder has
 * something in it. Nothing is written where nothing is held.
 */
export async function exportPerson(db: Db, { photos, key, folder, now }: Exporting): Promise<PersonExported> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty: name a folder that is not there yet`);
  const files: string[] = [];
  const repairs = await repairsFor(db, key, files);
  const beside = { ...(await besideRepairs(db, key, files)), ...(await exportHome(db, key)) };
  const others = Object.values(beside).flat().length;
  if (repairs.length + others === 0) return { repairs: 0, others: 0, photos: 0 };
  const { leftOut: _, ...about } = staff.personExport;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = { mode: 0o600, flag: "wx" } as const;
  writeFileSync(
    join(folder, "person.json"),
    `${JSON.stringify({ ...about, madeAt: now, askedFor: key, repairs, ...beside }, null, 2)}\n`,
    kept,
  );
  for (const file of files) {
    const photo = await photos.read(file, "full");
    if (photo) writeFileSync(join(folder, nameOf(file)), photo, kept);
  }
  return { repairs: repairs.length, others, photos: files.length };
}

/** The file of a photo in the copy. */
const nameOf = (file: string) => `photo-${file}.jpg`;

/** Photos as the copy lists them; their files are to be copied. */
function photosIn(photos: Beside["photos"], files: string[]) {
  files.push(...photos.map(({ file }) => file));
  return photos.map(({ file, addedAt, appointmentId }) => ({ file: nameOf(file), addedAt, takenAt: appointmentId ? "visit" : "report" }));
}

async function repairsFor(db: Db, key: PersonKey, files: string[]) {
  const found = [];
  for (const one of await repairsOf(db.read, db.schema, key)) {
    const beside = await besideRepair(db.read, db.schema, one.repair.id);
    const versions = [...beside.earlier.map(({ values }) => values as unknown as Told), ...(beside.contact ? [beside.contact] : [])];
    const theirs = theirsAmong(key, versions);
    if (!("uprn" in key) && !versions.some((of) => theirs.reporter(of) || theirs.visit(of))) continue;
    found.push({ ...aboutRepair(one, key), ...peopleOf(beside, { theirs, versions, key }), ...whatHappened(beside, files) });
  }
  return found;
}

function aboutRepair({ repair, home }: Found, key: PersonKey) {
  const { id: _, submission, uprn, tenureSaid, tenureDiffers, version, problemId, ...report } = repair;
  const { line1, line2, line3, town, postcode, tenure } = home;
  const notAloneWhy = "uprn" in key ? home.notAloneWhy : undefined;
  return { report, home: { uprn, line1, line2, line3, town, postcode, tenure, tenureSaid, notAloneWhy } };
}

type Theirs = ReturnType<typeof theirsAmong>;

/** Who is named in one version of the details: only the person looked for. */
function namedIn(of: Told, theirs: Theirs) {
  const { name, phone, email, visitName, visitPhone, visitEmail } = of;
  return {
    ...(theirs.reporter(of) && { reporter: { name, phone, email } }),
    ...(visitName && theirs.visit(of) && { visitPerson: { name: visitName, phone: visitPhone, email: visitEmail } }),
  };
}

function peopleOf({ contact, earlier, needs }: Beside, { theirs, versions, key }: { theirs: Theirs; versions: Told[]; key: PersonKey }) {
  const { leftOut } = staff.personExport;
  const isMet = versions.some(theirs.visit);
  const hasNeeds = needs && ("uprn" in key || isMet || contact?.reportsFor === "me");
  const { repairId: _, version: __, ...told } = needs ?? { repairId: "", version: 0 };
  return {
    ...(contact && namedIn(contact, theirs)),
    ...(contact && { description: contact.description, reportsFor: contact.reportsFor, messagesBy: contact.confirmBy }),
    earlier: earlier.map(({ version, values }) => {
      return { version, description: values.description, ...namedIn(values as unknown as Told, theirs) };
    }),
    ...(hasNeeds && { needs: told }),
    leftOut: [
      versions.some((of) => !theirs.reporter(of)) && leftOut.reporter,
      versions.some((of) => of.visitName && !theirs.visit(of)) && leftOut.visitPerson,
      needs && !hasNeeds && leftOut.needs,
    ].filter(Boolean),
  };
}

/** Staff and operatives are not the person looked for: what they did is told without their names. */
const byWhom = (who: string) => (["tenant", "system", "on-duty"].includes(who) ? who : "staff");

function whatHappened({ notes, visits, emergency, sooner, messages, photos, events }: Beside, files: string[]) {
  return {
    notes: notes.map(({ at, words }) => ({ at, words })),
    visits: visits.map(({ appointment: { id: _, repairId, version, ...promise }, visit }) => {
      const { appointmentId, submission, ...ending } = visit ?? { appointmentId: "", submission: "" };
      return { ...promise, ...(visit && { went: ending }) };
    }),
    ...(emergency && { emergency: { ...emergency, repairId: undefined, acknowledgedBy: undefined, version: undefined } }),
    sooner: sooner.map(({ askedAt, endedAt, windows, noticeHours }) => ({ askedAt, endedAt, windows, noticeHours })),
    messages: messages.map(({ kind, channel, status, dueAt, sentAt }) => ({ kind, channel, status, dueAt, sentAt })),
    photos: photosIn(photos, files),
    events: events.map(({ at, who, channel, what, before, after }) => ({ at, by: byWhom(who), channel, what, before, after })),
  };
}

/** What a person has left that is no repair. A phone number or an email address is looked for as it was typed. */
async function besideRepairs({ read, schema }: Db, key: PersonKey, files: string[]) {
  const isTheirs = ({ phone, email }: { phone: string | null; email: string | null }) => isKey(key, phone) || isKey(key, email);
  const { followers, requests } = await askedBeside(read, schema);
  const unsent = (await leftUnsent(read, schema)).filter((report) => isTheirs(report) || isKey(key, report.uprn));
  return {
    follows: followers
      .filter(({ follower }) => isTheirs(follower))
      .map(({ follower: { followedAt, phone, email, messagesBy, language }, repair }) => {
        return { repair, followedAt, phone, email, messagesBy, language };
      }),
    requests: requests.filter(isTheirs).map(({ id: _, submission, device, ...asked }) => asked),
    unsent: unsent.map(({ id: _, problemId, ...report }) => report),
    drafts: await draftsOf({ read, schema }, key, files),
  };
}

async function draftsOf({ read, schema }: Pick<Db, "read" | "schema">, key: PersonKey, files: string[]) {
  const found = [];
  let last = "";
  for (let some = await draftsAfter(read, schema, last); some.length > 0; some = await draftsAfter(read, schema, last)) {
    last = some.at(-1)?.draft.id ?? "";
    const theirs = some.filter(({ draft }) =>
      Object.values(draft.typed)
        .flatMap((step) => Object.values(step).flat())
        .some((words) => isKey(key, words)),
    );
    for (const { draft, photos } of theirs) {
      const { createdAt, touchedAt, language, typed } = draft;
      found.push({ createdAt, touchedAt, language, typed, photos: photosIn(photos, files) });
    }
  }
  return found;
}
