import { Button } from "#app/components/button.tsx";
import { ErrorMessage } from "#app/components/error-message.tsx";
import { Input } from "#app/components/input.tsx";
import { Select } from "#app/components/select.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { staff } from "#app/languages/staff.ts";

interface BulkBarProps {
  operatives: { id: string; name: string }[];
  typed: Readonly<Record<string, string | string[]>>;
  errors: Readonly<Record<string, string>>;
}

const one = (typed: string | string[] | undefined) => [typed ?? ""].flat()[0] ?? "";

/** What is done to the slots that are selected in the table under it, and why. */
export function BulkBar({ operatives, typed, errors }: BulkBarProps) {
  const { site } = useSite().words;
  const { heading, reason, operative, whoever, buttons } = staff.bulk;
  const error = (name: string) => (errors[name] ? { prefix: site.error, text: errors[name] } : undefined);
  const slot = error("slot");
  const why = error("reason");
  return (
    <div className="app-bulk" id="slot" tabIndex={-1}>
      <h2 className="govuk-heading-s">{heading}</h2>
      {slot && <ErrorMessage id="slot-error" {...slot} />}
      <div className="app-bulk__fields">
        <Input name="reason" label={{ text: reason }} value={one(typed.reason)} width={20} {...(why && { error: why })} />
        <Button name="change" value="stop" variant="secondary">
          {buttons.stop}
        </Button>
        <Button name="change" value="withdraw" variant="secondary">
          {buttons.withdraw}
        </Button>
        <Button name="change" value="reopen" variant="secondary">
          {buttons.reopen}
        </Button>
        <Select
          name="operative"
          id="give-to"
          label={{ text: operative }}
          options={[{ value: "", text: whoever }, ...operatives.map(({ id, name }) => ({ value: id, text: name }))]}
          value={one(typed.operative)}
        />
        <Button name="change" value="give" variant="secondary">
          {buttons.give}
        </Button>
      </div>
    </div>
  );
}
