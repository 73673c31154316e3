/** Runs a command of the build. What goes wrong is one line for the person at the terminal, and exit code 1. */
export async function runCommand(command: (words: string[], env: NodeJS.ProcessEnv) => Promise<string>) {
  try {
    // biome-ignore lint/style/noProcessEnv: where the environment enters a command
    process.stdout.write(`${await command(process.argv.slice(2), process.env)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
