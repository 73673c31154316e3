import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: every address and the module behind it. */
export default [
  index("routes/home.tsx"),
  route("report", "routes/report/start.tsx"),
  route("report/:draft/photos", "routes/report/photos.tsx"),
  route("report/:draft/photos/:photo", "routes/report/photo.ts"),
  route("report/:draft/search", "routes/report/search.tsx"),
  route("report/:draft/slot", "routes/report/slot.tsx"),
  route("report/:draft/check", "routes/report/check.tsx"),
  route("report/:draft/confirmation", "routes/report/confirmation.tsx"),
  route("report/:draft/another", "routes/report/another.tsx"),
  route("report/:draft/already-reported", "routes/report/already-reported.tsx"),
  route("report/:draft/request", "routes/report/request.tsx"),
  route("report/:draft/saved", "routes/report/saved.tsx"),
  route("report/:draft/:step", "routes/report/step.tsx"),
  route("acknowledge/:token", "routes/acknowledge.tsx"),
  route("accessibility", "routes/accessibility.tsx"),
  route("privacy", "routes/privacy.tsx"),
  route("cookies", "routes/cookies.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
