import { PageLayout } from "#app/features/site/page-layout.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { WaysToReach } from "#app/features/site/ways-to-reach.tsx";
import type { Advice, AdviceBlock, AdviceLink } from "#app/languages/advice.ts";

/** Regulators' own addresses: the same in every language and for every landlord. */
const links: Record<Exclude<AdviceLink, "icoPhone">, string> = {
  ico: "https://ico.org.uk/make-a-complaint/",
  equality: "https://www.equalityadvisoryservice.com/",
};
const ICO_PHONE = "0303 123 1113";

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Leading({ ways, icoPhone, ...linked }: Exclude<AdviceBlock, string | readonly string[]>) {
  if (ways !== undefined) {
    return (
      <>
        <p className="govuk-body">{ways}</p>
        <WaysToReach />
      </>
    );
  }
  const [to, text] = Object.entries(linked)[0] ?? [];
  return (
    <p className="govuk-body">
      {icoPhone ? (
        <>
          {icoPhone}: <PhoneLink number={ICO_PHONE} />
        </>
      ) : (
        <a className="govuk-link" href={links[to as keyof typeof links]}>
          {text}
        </a>
      )}
    </p>
  );
}

function Block({ block }: { block: AdviceBlock }) {
  if (typeof block === "string") return <p className="govuk-body">{block}</p>;
  if (isList(block)) return <List lines={block} />;
  return <Leading {...block} />;
}

// Array.isArray does not narrow a readonly array.
const isList = (block: AdviceBlock): block is readonly string[] => Array.isArray(block);

/** A page of information from its words. */
export function AdvicePage({ advice }: { advice: Advice }) {
  return (
    <PageLayout title={advice.title} back={{ href: "/" }}>
      {advice.sections.map(({ heading, blocks }) => (
        <section key={heading ?? advice.title}>
          {heading && <h2 className="govuk-heading-m">{heading}</h2>}
          {blocks.map((block) => (
            <Block key={JSON.stringify(block)} block={block} />
          ))}
        </section>
      ))}
    </PageLayout>
  );
}
