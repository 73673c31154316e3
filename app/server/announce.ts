import { networkInterfaces } from "node:os";
import type { Service } from "./service.ts";

/** Says where the service is and, for a demo, what to try there. */
export function announce({ config, demo }: Service) {
  const here = `http://localhost:${config.port}`;
  const network = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal);
  const lines = [
    `Housing Repairs is ready at ${config.publicUrl?.href ?? here}`,
    ...(network && !config.publicUrl ? [`On your network: http://${network.address}:${config.port}`] : []),
    ...(demo ? ["", "This is a demo landlord. Try this:", ...demo.map((step, at) => `  ${at + 1}. ${step}`)] : []),
  ];
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}
