import { ErrorSummary } from "#app/components/error-summary.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";

/** A box that people neither see nor reach: what is filled in by a program that fills in everything gives it away. */
export function Trap() {
  const { label } = useSite().words.report.trap;
  return (
    <div className="app-trap" aria-hidden="true">
      <label htmlFor="homepage">{label}</label>
      <input
        id="homepage"
        name="homepage"
        type="text"
        tabIndex={-1}
        autoComplete="off"
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
      />
    </div>
  );
}

/** A person whose browser filled the box in loses nothing, and can call. */
export function Trapped() {
  const { words, landlord } = useSite();
  const { caught, call } = words.report.trap;
  const description = (
    <>
      {caught} {call} <PhoneLink number={landlord.phone} />.
    </>
  );
  return <ErrorSummary title={words.site.errorSummary} description={description} errors={[]} />;
}
