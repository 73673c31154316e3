import type { Columns } from "../columns/sqlite.ts";
import { appointmentsFor } from "./appointments.ts";
import { callListFor } from "./call-list.ts";
import { callsFor } from "./calls.ts";
import { cataloguesFor } from "./catalogue.ts";
import { changesFor } from "./changes.ts";
import { closuresFor } from "./closures.ts";
import { contactsFor } from "./contacts.ts";
import { draftsFor } from "./drafts.ts";
import { householdFor } from "./household.ts";
import { installationFor } from "./installation.ts";
import { messagesFor } from "./messages.ts";
import { notesFor } from "./notes.ts";
import { operativesFor } from "./operatives.ts";
import { photosFor } from "./photos.ts";
import { placesFor } from "./places.ts";
import { proofsFor } from "./proofs.ts";
import { repairsFor } from "./repairs.ts";
import { requestsFor } from "./requests.ts";
import { retentionFor } from "./retention.ts";
import { slotsFor } from "./slots.ts";
import { soonerFor } from "./sooner.ts";
import { staffFor } from "./staff.ts";
import { stagedTenanciesFor } from "./staged-tenancies.ts";
import { tenanciesFor } from "./tenancies.ts";
import { unfinishedFor } from "./unfinished.ts";
import { visitsFor } from "./visits.ts";
import { wishesFor } from "./wishes.ts";

/** Every table once, in the words of the engine it is given. */
export function schemaFor(columns: Columns) {
  const places = placesFor(columns);
  const catalogues = cataloguesFor(columns);
  const operatives = operativesFor(columns, places);
  const drafts = draftsFor(columns, catalogues);
  const repairs = repairsFor(columns, { ...places, ...catalogues });
  const appointments = appointmentsFor(columns, { ...places, ...repairs });
  const staff = staffFor(columns);
  const tenancies = tenanciesFor(columns, places);
  const photos = photosFor(columns, { ...drafts, ...repairs, ...appointments });
  const calls = callsFor(columns, { ...places, ...repairs, ...staff });
  const slots = slotsFor(columns, { ...operatives, ...drafts, ...appointments });
  return {
    ...installationFor(columns),
    ...places,
    ...catalogues,
    ...operatives,
    ...drafts,
    ...repairs,
    ...contactsFor(columns, repairs),
    ...requestsFor(columns, repairs),
    ...photos,
    ...proofsFor(columns, repairs),
    ...unfinishedFor(columns, { ...places, ...catalogues }),
    ...appointments,
    ...messagesFor(columns, { ...repairs, ...appointments }),
    ...slots,
    ...soonerFor(columns, { ...repairs, ...appointments }),
    ...staff,
    ...tenancies,
    ...stagedTenanciesFor(columns),
    ...householdFor(columns, { ...places, ...repairs, ...staff, ...tenancies }),
    ...calls,
    ...callListFor(columns, { ...places, ...repairs, ...calls }),
    ...closuresFor(columns, { ...operatives, ...places }),
    ...visitsFor(columns, { ...appointments, ...operatives }),
    ...notesFor(columns, repairs),
    ...retentionFor(columns, repairs),
    ...changesFor(columns),
    ...wishesFor(columns, operatives),
  };
}

export type Schema = ReturnType<typeof schemaFor>;
