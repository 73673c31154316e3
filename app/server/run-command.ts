import { env } from "node:process";

/** Runs a command of the build. What goes wrong is one line for the person at the terminal, and exit code 1. */
export async function runCommand(command: (words: string[], env: NodeJS.ProcessEnv) => Promise<string>) {
  try {
    process.stdout.write(`${await command(process.argv.slice(2), env)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
