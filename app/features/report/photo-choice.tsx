import { Fragment } from "react";
import { FileUpload } from "#app/components/file-upload.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface PhotoChoiceProps {
  label: string;
  hint: string;
  /** Why files of the last try were not taken, a line each. */
  refusals: string[];
}

/** Chooses photos of the kinds that are taken. */
export function PhotoChoice({ label, hint, refusals }: PhotoChoiceProps) {
  const { words } = useSite();
  const lines = refusals.map((line, at) => (
    <Fragment key={line}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
  return (
    <FileUpload
      name="photos"
      label={{ text: label, size: "s" }}
      hint={hint}
      accept="image/jpeg,image/png"
      multiple
      {...(lines.length > 0 && { error: { prefix: words.site.error, text: lines } })}
    />
  );
}
