import { Button, type ButtonProps } from "./button.tsx";

interface PressFormProps extends Omit<ButtonProps, "children"> {
  /** What pressing it does, said before the button. */
  hint: string;
  button: string;
  /** Where it is sent; left out: the page itself. */
  action?: string;
}

/** One thing to press, and what comes of it. It is not printed. */
export function PressForm({ hint, button, action, ...rest }: PressFormProps) {
  return (
    <form method="post" action={action} className="app-no-print">
      <p className="govuk-body">{hint}</p>
      <Button {...rest}>{button}</Button>
    </form>
  );
}
