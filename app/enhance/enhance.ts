// Only what pages use: all of govuk-frontend is 11 kB, these five are half of that.
import { Button, CharacterCount, createAll, ErrorSummary, NotificationBanner, SkipLink } from "govuk-frontend";
import { findHomeWhileTyping } from "./find-home.ts";
import { announceHoldWarning } from "./hold-warning.ts";
import { selectByDragging } from "./select-by-dragging.ts";
import { followShortcuts } from "./shortcuts.ts";

// What GOV.UK Frontend's styles and components look for: a module only runs where they are supported.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

// Every page works without this. Radios and checkboxes need nothing: no question here hides another inside it.
for (const component of [Button, CharacterCount, ErrorSummary, NotificationBanner, SkipLink]) createAll(component);
announceHoldWarning(document);
selectByDragging(document);
findHomeWhileTyping(document);
followShortcuts(document);
