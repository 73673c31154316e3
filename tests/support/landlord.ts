import { type Landlord, landlordSchema } from "#app/domain/landlord.ts";
import demo from "#db/seed/demo/landlord.json";

/** The demo landlord's settings, with changes. */
export function aLandlord(changes: Partial<Landlord> = {}): Landlord {
  return { ...landlordSchema.parse(demo), ...changes };
}
