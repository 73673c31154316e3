import { encode } from "uqr";
import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

/** The secret of an app that shows codes, and the address it reads. */
export interface Key {
  secret: string;
  address: string;
}

interface CodePageProps {
  title: string;
  fields: FieldView[];
  /** Where it is being set up. */
  setUp: Key | undefined;
}

/** A QR code as one path, so that it needs no image from elsewhere. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="app-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={staff.code.picture}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** A key for an app, to scan or to type. */
export function KeyToScan({ secret, address }: Key) {
  return (
    <>
      <QrCode text={address} />
      <p className="govuk-body">
        {staff.code.key}: <code className="app-key">{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
    </>
  );
}

/** The second factor: to give its code, or to set it up. */
export function CodePage({ title, fields, setUp }: CodePageProps) {
  const { code } = staff;
  return (
    <PageLayout>
      <PageErrors fields={fields} />
      <h1 className="govuk-heading-l">{title}</h1>
      {setUp && (
        <>
          <p className="govuk-body">{code.setUp}</p>
          <KeyToScan {...setUp} />
        </>
      )}
      <StaffForm fields={fields} button={code.button} hidden={setUp ? { secret: setUp.secret } : {}} />
    </PageLayout>
  );
}
