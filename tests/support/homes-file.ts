import { writeFileSync } from "node:fs";
import { join } from "node:path";

const HEADING = "uprn,line1,line2,town,postcode,patch,block,tenure,easting,northing";

/** The rows of a made-up homes file: houses, and every fourth street a block of flats. `tenure` may differ by row. */
export function homeRows(count: number, tenure: (at: number) => string = () => "secure"): string[] {
  return Array.from({ length: count }, (_, at) => {
    const street = Math.floor(at / 40);
    const number = (at % 40) + 1;
    const address = street % 4 === 0 ? `Flat ${number},${street} Mill Lane` : `${number} Elm Street ${street},`;
    const block = street % 4 === 0 ? `Block ${street}` : "";
    const postcode = `LN${(street % 9) + 1} ${Math.floor(street / 9) % 10}${"ABDEFGHJLN"[Math.floor(street / 90) % 10]}${"PQRSTUWXYZ"[Math.floor(street / 900) % 10]}`;
    return `${100_000_000_000 + at * 13},${address},Fernhill,${postcode},Patch ${street % 4},${block},${tenure(at)},${400_000 + at},300000`;
  });
}

/** Writes a homes file into a folder and gives its path. */
export function homesFile(folder: string, rows: string[], name = "homes.csv"): string {
  const file = join(folder, name);
  writeFileSync(file, `${[HEADING, ...rows].join("\r\n")}\r\n`);
  return file;
}
