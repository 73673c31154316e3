import type { Logger } from "pino";
import { type OpenSite, openSite } from "#app/services/open-site.server.ts";
import { type Config, readConfig } from "#app/web/config.server.ts";
import { createDeviceCookie, type DeviceCookie } from "#app/web/device.server.ts";
import { createStaffCookie, type StaffCookie } from "#app/web/staff-cookie.server.ts";
import { openLog } from "./logging.ts";
import { networkList } from "./network-address.ts";

/** Everything one running process is made of. */
export interface Service extends OpenSite {
  config: Config;
  logger: Logger;
  device: DeviceCookie;
  staffCookie: StaffCookie;
  /** Whether no limit counts for a network address. */
  isUnlimited: (address: string | undefined) => boolean;
  /** False once the process is told to stop: the load balancer sends people elsewhere. */
  isServing: boolean;
}

/** Opens the database and prepares the installation. Throws an Error of one line where a setting is wrong. */
export async function startService(env: NodeJS.ProcessEnv): Promise<Service> {
  const config = readConfig(env);
  const logger = openLog(config.logLevel);
  const isHttps = config.publicUrl?.protocol === "https:";
  const open = await openSite({ ...config, log: logger });
  if (!isHttps && !config.isDemo) logger.warn("PUBLIC_URL is not https: cookies and forms are not protected on the way");
  const isUnlimited = networkList(open.site.landlord.limits.unlimited);
  const device = createDeviceCookie({ secret: config.sessionSecret, isHttps });
  return {
    ...open,
    config,
    logger,
    device,
    staffCookie: createStaffCookie({ secret: config.sessionSecret, isHttps }),
    isUnlimited,
    isServing: true,
  };
}
