import { wishOf } from "#app/domain/wish.ts";
import { staff } from "#app/languages/staff.ts";

interface Asked {
  /** Null where retention has emptied it, or nobody was asked. */
  needs: { needs: string[] } | null;
}

/** What the tenant asked of who comes, in words; undefined where they asked for nothing. */
export function askedFor({ needs }: Asked): string | undefined {
  const wish = wishOf(needs?.needs ?? []);
  return wish && staff.operative.wishes.options[wish];
}

/** The row that says so. */
export function askedRows(asked: Asked): { name: string; value: string }[] {
  const wish = askedFor(asked);
  return wish ? [{ name: staff.wish.row, value: wish }] : [];
}

/** Why there is nobody to choose: who is free does not meet what was asked for, or else nobody is free. */
export function nobodyFor(asked: Asked, nobody: string): string {
  const wish = askedFor(asked);
  return wish ? staff.wish.nobody(wish) : nobody;
}
