/** Where a line of advice leads: the page that shows it knows the address or number. */
export type AdviceLink = "ico" | "icoPhone" | "equality";

/** A paragraph, a list, a line that is a link, or the ways to reach the landlord after a line. */
export type AdviceBlock = string | readonly string[] | { readonly [link in AdviceLink | "ways"]?: string };

/** A page of plain information: sections of blocks, the first usually without a heading. */
export interface Advice {
  title: string;
  sections: readonly { heading?: string; blocks: readonly AdviceBlock[] }[];
}
