import type { Landlord } from "#app/domain/landlord.ts";

/** The national numbers for danger, which no landlord sets. */
export interface EmergencyNumbers {
  services: string;
  /** The emergency services by textphone or Relay UK. */
  servicesTextphone: string;
  gas: string;
  gasTextphone?: string;
  powerCut: string;
}

const greatBritain: EmergencyNumbers = {
  services: "999",
  servicesTextphone: "18000",
  gas: "0800 111 999",
  gasTextphone: "0800 371 787",
  powerCut: "105",
};

/** Northern Ireland has gas and electricity networks of its own. */
const northernIreland: EmergencyNumbers = { services: "999", servicesTextphone: "18000", gas: "0800 002 001", powerCut: "03457 643 643" };

export function emergencyNumbers({ nation }: Pick<Landlord, "nation">): EmergencyNumbers {
  return nation === "northern-ireland" ? northernIreland : greatBritain;
}
