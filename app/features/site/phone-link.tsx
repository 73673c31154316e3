/** A number that a phone can call when it is pressed. */
export function PhoneLink({ number, kind = "tel" }: { number: string; kind?: "tel" | "sms" }) {
  return (
    <a className="govuk-link app-phone" href={`${kind}:${number.replace(/[^+\d]/g, "")}`}>
      {number}
    </a>
  );
}
