/** What to do in danger. Numbers are filled in by the pages, which know the nation. */
export const emergencies = {
  gas: {
    call: "Call the gas emergency service",
    textphone: "Textphone",
    danger: "If there is a fire, or someone is hurt or unwell",
    from: "Call from outside, or from a neighbour's home. The call is free at any hour, whoever your gas supplier is.",
    dont: {
      heading: "Do not",
      list: [
        "switch lights or anything electric on or off, doorbells included",
        "smoke, light a match or use a naked flame",
        "use a phone where you can smell gas",
        "use anything that burns gas until an engineer says it is safe",
      ],
    },
    do: {
      heading: "If you can do it without danger",
      list: [
        "open doors and windows",
        "turn the gas off at the meter",
        "get everyone out, and stay out",
        "tell neighbours in the same building",
      ],
    },
    carbonMonoxide: {
      heading: "If a carbon monoxide alarm is sounding",
      list: [
        "get everyone, pets too, into fresh air straight away",
        "call the gas emergency service from outside",
        "if anyone has a headache, or feels sick, dizzy or sleepy, call 999 and say that it may be carbon monoxide",
        "stay out until an engineer says that it is safe to go back",
      ],
      note: "Short beeps about a minute apart usually mean that the battery is low. If you are not sure, treat it as an alarm.",
    },
    after: "Once you are safe, tell us too. The ways to reach us are at the end of this page.",
  },
  fire: {
    call: "Call the fire service",
    textphone: "Textphone or Relay UK",
    free: "free, open 24 hours",
    do: {
      heading: "Straight away",
      list: [
        "get everyone out, and stay low if there is smoke",
        "close doors behind you",
        "use the stairs, not the lift",
        "stay out, and call from outside or from a neighbour's home",
      ],
    },
    cannotLeave:
      "If you cannot get out, close the door between you and the fire, block gaps with clothes or towels, and call from a window.",
    after: "Once the fire service says that it is safe, tell us too. The ways to reach us are at the end of this page.",
  },
  repair: {
    call: "Do not wait for an online appointment. Call",
    danger: "If someone is in danger, or there is a fire",
    gas: "If you smell gas, or a carbon monoxide alarm is sounding",
    powerCut: "If your neighbours have no electricity either, it is a power cut",
    wait: {
      "unsafe-electrics": {
        heading: "Until we come",
        list: [
          "do not touch wires, switches or sockets that are damaged or wet",
          "if the fuse box is dry and you can reach it safely, turn the main switch off",
          "keep everyone away from it",
        ],
      },
      flood: {
        heading: "Until we come",
        list: [
          "turn the water off at the stop tap, often under the kitchen sink",
          "keep away from electrics that are wet",
          "catch what water you can, and move things out of its way",
          "tell the neighbours below you",
        ],
      },
      "no-power": {
        heading: "Before you call",
        list: [
          "ask neighbours whether theirs is off too",
          "check your meter for credit",
          "check whether a switch in the fuse box has tripped",
        ],
      },
      "no-heating": {
        heading: "Before you call",
        list: [
          "check that the meter has credit and the power is on",
          "check that the timer and thermostat call for heat",
          "tell us about babies, older people or anyone ill at home",
        ],
      },
      insecure: {
        heading: "Until we come",
        list: [
          "if someone has broken in, call the police: 999 if they may still be there",
          "keep people away from broken glass",
          "stay at home if you can, or ask someone to",
        ],
      },
    },
  },
};
