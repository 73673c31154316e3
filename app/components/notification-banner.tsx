import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

export interface NotificationBannerProps {
  title: string;
  titleId?: string;
  /** Something the person did has worked: said at once, and focused where JavaScript runs. */
  isSuccess?: boolean;
  role?: "alert" | "region";
  /** The sentence of a banner that has no more than one. */
  text?: string;
  children?: ReactNode;
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { title, titleId = "govuk-notification-banner-title", isSuccess, role, text, children } = props;
  const landmark = { role: role ?? (isSuccess ? "alert" : "region"), "aria-labelledby": titleId };
  return (
    <div
      className={classes("govuk-notification-banner", isSuccess && "govuk-notification-banner--success")}
      {...landmark}
      data-module="govuk-notification-banner"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {text && <p className="govuk-notification-banner__heading">{text}</p>}
        {children}
      </div>
    </div>
  );
}
