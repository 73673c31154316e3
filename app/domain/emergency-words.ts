/** What the words of a description may mean, the most urgent first. */
export type DangerKind = "fire" | "gas" | "carbon-monoxide" | "electrics";

export interface Danger {
  kind: DangerKind;
  /** Every alarming phrase, in lower case without signs: the same for the same words, whatever stands around them. */
  phrases: string;
}

/** Longer than any description; the rest is not read. */
const MOST_CHARACTERS = 2000;

/** Misspellings that are no other word. Anything like "small" for "smell" is left alone: most people mean what they wrote. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/\b(?:gass|gaz|gasses)\b/g, "gas"],
  [/\b(?:smel|smeel|smeell|smels|smells|smelt|smelled|smelling|smeling|smellin|smelly)\b/g, "smell"],
  [/\b(?:stink|stinks|stinking|stinkin|reek|reeks|reeking|pong|pongs|whiff|odour|odor)\b/g, "smell"],
  [/\b(?:monoxid|monixide|monoxcide|monoxied|monoxyde|monoxice|monxide|monoxside|minoxide|manoxide|monoixde)\b/g, "monoxide"],
  [/\b(?:carbonmonoxide)\b/g, "carbon monoxide"],
  [/\b(?:spark|sparked|sparking|sparkin|sparkes|sparcs|spraks|spraking|sparcing)\b/g, "sparks"],
  [/\b(?:burnin|berning|burining|burnning|burnig)\b/g, "burning"],
  [/\b(?:electic|electics|eletric|eletrics|electrcs|elecrtics|elektrics|electrik|electriks|leccy|lecky)\b/g, "electrics"],
  [/\b(?:soket|sokets|sockit|sockits|soccet|soccets|scoket)\b/g, "socket"],
  [/\b(?:lites|ligths|lihgts)\b/g, "lights"],
  [/\b(?:ligth|lihgt)\b/g, "light"],
  [/\b(?:watter|wator|warter|watr)\b/g, "water"],
  [/\b(?:leek|leeking|leakin|leeks)\b/g, "leak"],
  [/\b(?:driping|drippin|dripin)\b/g, "dripping"],
  [/\b(?:smokeing|smokin)\b/g, "smoking"],
];

/** Words that may stand between a smell and what it is of. */
const OF =
  "(?:(?:of|like|a|the|some|something|strong|strongly|bit|faint|slight|really|is|its|might|maybe|be|it|think|from|coming|i|,) ){0,6}";
const ELECTRIC =
  "(?:(?<!sky |roof |sun |day )lights?|light (?:fitting|switch|bulb)s?|lamps?|bulbs?|plug sockets?|sockets?|fuse ?(?:box|board)|consumer unit|electrics|electric(?! shower)|electrical|electricity|wires?|wiring|cables?)";
const WET = "(?:water|leak|leaks|leaking|drip|drips|dripping|rain|flood|flooding|flooded|pouring)";
const AT =
  "(?:into|in|through|thru|on|onto|on to|over|near|by|next to|around|round|inside|from|above|behind|out of|down|at|off|close to|beside|touching|reaching)";
const few = (most: number) => `(?:(?!not |away |nowhere )[a-z0-9]+ ){0,${most}}`;

const rules = (...patterns: string[]) => patterns.map((pattern) => new RegExp(`\\b${pattern}\\b`, "g"));

const RULES: Readonly<Record<DangerKind, readonly RegExp[]>> = {
  fire: rules(
    "(?:(?<!turn |turned |switch |put )on|caught|catching|catches) fire",
    "(?:there is|theres|is) (?:a )?fire(?! (?:door|alarm|escape|exit|surround|place|extinguisher|damage|risk|hazard|safety))",
    "in flames",
    "flames (?:are )?(?:coming|from|out)",
    "smoke (?:is )?(?:coming|pouring|billowing|filling)",
  ),
  gas: rules(
    `smell ${OF}gas`,
    `gas (?:(?:like|is|y|strong|bad|funny) ){0,2}smell`,
    `gas (?:, )?${few(4)}smell it`,
    `gassy smell|smell ${OF}gassy`,
    `smell ${OF}(?:rotten|bad) eggs?`,
    "gas (?:(?:pipe|pipes|meter|cooker|hob|oven|supply|is|are|was|has|been|may|might|be) ){0,4}leak(?:s|ing|ed|age)?",
    `leak(?:s|ing|age)? (?:of )?gas(?! (?:boiler|fire|central|engineer))`,
    "gas (?:is )?(?:escape|escaping|hissing)",
    `hissing ${few(3)}gas`,
  ),
  "carbon-monoxide": rules("(?:carbon )?monoxide|co2? (?:alarm|detector)|c o (?:alarm|detector)"),
  electrics: rules(
    "sparks",
    "(?:burning|burnt|burned|singed) smell(?! (?:of )?(?:toast|food))",
    `smell ${OF}(?:burning|burnt|burned|smoke|melting|melted)(?! (?:toast|food))`,
    `${ELECTRIC} (?:is |are |was |were |keeps )?(?:smoking|smoke|melting|melted|buzzing and hot|burning|burnt|scorched)`,
    "(?:bare|exposed|live|loose|hanging|dangling) (?:electric |electrics |electrical )?(?:wire|wires|wiring|cable|cables)",
    "(?:wire|wires|wiring|cables) (?:is |are |hanging |sticking )*(?:exposed|bare|live)",
    "(?:electric|electrics|electrical) shocks?|electrocuted|(?:got|get|getting|gave|gives|giving) (?:[a-z]+ )?(?:a |an )?shocks?",
    `${WET} ${few(4)}${AT} ${few(3)}${ELECTRIC}`,
    `${ELECTRIC} (?:(?:is|are|was|has|have|keeps|all|getting|got|gets|very|really) ){0,3}(?:wet|soaked|soaking|dripping|drips|leaking|full of water|flooded|under water|water)`,
  ),
};

/** "No smell of gas": a word that denies, with nothing between that could mean otherwise. */
const DENIED =
  / (?:no|not|never|cant|cannot|couldnt|dont|doesnt|didnt|isnt|wasnt|wont|without|nor)(?: (?:a|an|any|the|there|is|be|been|like|it|ever|really|actually|make|making|do|does))* $/;
/** An alarm that is asked for, or has a flat battery, is no alarm that sounds. */
const WANTED =
  /\b(?:new|fit|fitted|install|installed|replace|replaced|need|needs|missing|expired|battery|batteries|test|tested|working|broken)\b/;
const SOUNDS =
  /\b(?:going|gone|goes|went|sound|sounds|sounding|sounded|beep|beeps|beeping|ringing|screaming|leak|poison|poisoning|headache|headaches|dizzy|sick|smell|triggered|detected)\b/;

const SEVEREST: readonly DangerKind[] = ["fire", "gas", "carbon-monoxide", "electrics"];

/**
 * The danger that a description may be about, or undefined. It errs towards asking: a warning has a way on, and gas has not.
 * Takes text of any length and language; knows English only.
 */
export function dangerIn(description: string): Danger | undefined {
  const clauses = clausesOf(description);
  const found = SEVEREST.flatMap((kind) => clauses.flatMap((clause) => phrasesOf(kind, clause)).map((phrase) => ({ kind, phrase })));
  const [first] = found;
  return first && { kind: first.kind, phrases: found.map(({ phrase }) => phrase).join(", ") };
}

/** Sentences as bare words and commas with single spaces, one also before and after. */
function clausesOf(description: string): string[] {
  const plain = description
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "");
  return plain.split(/[.;!?\n]+/).map((clause) =>
    spelled(
      ` ${clause
        .replace(/,/g, " , ")
        .replace(/[^\p{L}\p{N},]+/gu, " ")
        .trim()} `,
    ),
  );
}

const spelled = (clause: string) => SPELLINGS.reduce((text, [wrong, right]) => text.replace(wrong, right), clause);

function phrasesOf(kind: DangerKind, clause: string): string[] {
  return RULES[kind].flatMap((rule) =>
    [...clause.matchAll(rule)].filter((match) => isMeant(kind, clause, match)).map(([phrase]) => phrase.trim()),
  );
}

function isMeant(kind: DangerKind, clause: string, { index }: RegExpExecArray): boolean {
  if (DENIED.test(clause.slice(0, index))) return false;
  return kind !== "carbon-monoxide" || SOUNDS.test(clause) || !WANTED.test(clause);
}
