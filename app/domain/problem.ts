/** What is wrong and where in the home, in one line: "Kitchen, Tap, Dripping". */
export function problemLine({ location, problem, detail }: { location: string; problem: string; detail: string | null }): string {
  return [location, problem, detail].filter(Boolean).join(", ");
}
