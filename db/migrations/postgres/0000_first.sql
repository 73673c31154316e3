CREATE TABLE "appointments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"repair_id" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"window" text COLLATE "C" NOT NULL,
	"window_name" text COLLATE "C" NOT NULL,
	"starts" text COLLATE "C" NOT NULL,
	"ends" text COLLATE "C" NOT NULL,
	"slots_needed" integer DEFAULT 1 NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "appointments_status" CHECK ("appointments"."status" IN ('booked', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "bank_holidays" (
	"nation" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	CONSTRAINT "bank_holidays_nation_date_pk" PRIMARY KEY("nation","date")
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"patch_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "catalogues" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"repair_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"email" text COLLATE "C",
	"confirm_by" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" NOT NULL,
	"reports_for" text COLLATE "C" DEFAULT 'me' NOT NULL,
	"visit_name" text COLLATE "C",
	"visit_phone" text COLLATE "C",
	"visit_email" text COLLATE "C",
	"messages_to" text COLLATE "C" DEFAULT 'reporter' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contractors" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"in_house" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "days" (
	"date" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"catalogue_id" text COLLATE "C" NOT NULL,
	"typed" jsonb NOT NULL,
	"held_window" text COLLATE "C",
	"hold_until_at_most" timestamp (3) with time zone,
	"origin" text COLLATE "C",
	"reviewed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergencies" (
	"repair_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C",
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"change_id" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C",
	"appointment_id" text COLLATE "C",
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C" NOT NULL,
	"submission" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"email" text COLLATE "C",
	"messages_by" text COLLATE "C" NOT NULL,
	"followed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "homes" (
	"uprn" text COLLATE "C" PRIMARY KEY NOT NULL,
	"line1" text COLLATE "C" NOT NULL,
	"line2" text COLLATE "C",
	"line3" text COLLATE "C",
	"town" text COLLATE "C",
	"postcode" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"patch_id" text COLLATE "C",
	"block_id" text COLLATE "C",
	"tenure" text COLLATE "C" NOT NULL,
	"easting" integer,
	"northing" integer,
	"ended_on" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"seeded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C" NOT NULL,
	"number" integer NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"try_at" timestamp (3) with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"fault" text COLLATE "C",
	"token_hash" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "messages_status" CHECK ("messages"."status" IN ('waiting', 'sent', 'stopped', 'failed')),
	CONSTRAINT "messages_sent" CHECK (("messages"."status" = 'sent') = ("messages"."sent_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "operative_patches" (
	"operative_id" text COLLATE "C" NOT NULL,
	"patch_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "operative_patches_patch_id_operative_id_pk" PRIMARY KEY("patch_id","operative_id")
);
--> statement-breakpoint
CREATE TABLE "operative_trades" (
	"trade_id" text COLLATE "C" NOT NULL,
	"operative_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "operative_trades_trade_id_operative_id_pk" PRIMARY KEY("trade_id","operative_id")
);
--> statement-breakpoint
CREATE TABLE "operatives" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"contractor_id" text COLLATE "C" NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"draft_id" text COLLATE "C",
	"repair_id" text COLLATE "C",
	"file" text COLLATE "C" NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"position" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "photos_owner" CHECK (("photos"."draft_id" IS NULL) <> ("photos"."repair_id" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "problems" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"catalogue_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"location" text COLLATE "C" NOT NULL,
	"problem" text COLLATE "C" NOT NULL,
	"detail" text COLLATE "C",
	"code" text COLLATE "C",
	"outcome" text COLLATE "C" NOT NULL,
	"trade" text COLLATE "C",
	"priority" text COLLATE "C",
	"visits" integer NOT NULL,
	"hazard" text COLLATE "C",
	"search_words" text COLLATE "C",
	"audience" jsonb NOT NULL,
	"presence" boolean NOT NULL,
	"entry" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repairs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"submission" text COLLATE "C" NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"block_id" text COLLATE "C",
	"problem_id" text COLLATE "C",
	"location" text COLLATE "C" NOT NULL,
	"problem" text COLLATE "C" NOT NULL,
	"detail" text COLLATE "C",
	"code" text COLLATE "C",
	"trade" text COLLATE "C",
	"hazard" text COLLATE "C",
	"priority" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"due_at" timestamp (3) with time zone,
	"language" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"waits_for" text COLLATE "C",
	"call_time" text COLLATE "C",
	"tenure_said" text COLLATE "C",
	"tenure_differs" boolean DEFAULT false NOT NULL,
	"proven" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "repairs_status" CHECK ("repairs"."status" IN ('open', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"submission" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C",
	"phone" text COLLATE "C",
	"email" text COLLATE "C",
	"address" text COLLATE "C",
	"problem" text COLLATE "C",
	"asked_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"from_date" text COLLATE "C" NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"operative_id" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"window" text COLLATE "C" NOT NULL,
	"starts" text COLLATE "C" NOT NULL,
	"ends" text COLLATE "C" NOT NULL,
	"place" integer NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"draft_id" text COLLATE "C",
	"appointment_id" text COLLATE "C",
	"part" integer,
	"expires_at" timestamp (3) with time zone,
	CONSTRAINT "slots_one_holder" CHECK ("slots"."draft_id" IS NULL OR "slots"."appointment_id" IS NULL),
	CONSTRAINT "slots_part_with_holder" CHECK (("slots"."part" IS NULL) = ("slots"."draft_id" IS NULL AND "slots"."appointment_id" IS NULL)),
	CONSTRAINT "slots_only_holds_expire" CHECK (("slots"."expires_at" IS NULL) = ("slots"."draft_id" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "staged_homes" (
	"import_id" text COLLATE "C" NOT NULL,
	"line" integer NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"line1" text COLLATE "C" NOT NULL,
	"line2" text COLLATE "C",
	"line3" text COLLATE "C",
	"town" text COLLATE "C",
	"postcode" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"patch_name" text COLLATE "C",
	"block_name" text COLLATE "C",
	"tenure" text COLLATE "C" NOT NULL,
	"easting" integer,
	"northing" integer
);
--> statement-breakpoint
CREATE TABLE "trades" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unfinished_reports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"emergency" text COLLATE "C",
	"problem_id" text COLLATE "C",
	"description" text COLLATE "C",
	"name" text COLLATE "C",
	"phone" text COLLATE "C",
	"email" text COLLATE "C",
	"confirm_by" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_needs" (
	"repair_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"people" jsonb NOT NULL,
	"needs" jsonb NOT NULL,
	"language" text COLLATE "C",
	"notes" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "working_patterns" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"operative_id" text COLLATE "C" NOT NULL,
	"weekday" integer NOT NULL,
	"window" text COLLATE "C" NOT NULL,
	"visits" integer NOT NULL,
	"from_date" text COLLATE "C" NOT NULL,
	"until_date" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_patch_id_patches_id_fk" FOREIGN KEY ("patch_id") REFERENCES "public"."patches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_catalogue_id_catalogues_id_fk" FOREIGN KEY ("catalogue_id") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followers" ADD CONSTRAINT "followers_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homes" ADD CONSTRAINT "homes_patch_id_patches_id_fk" FOREIGN KEY ("patch_id") REFERENCES "public"."patches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homes" ADD CONSTRAINT "homes_block_id_blocks_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."blocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operative_patches" ADD CONSTRAINT "operative_patches_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operative_patches" ADD CONSTRAINT "operative_patches_patch_id_patches_id_fk" FOREIGN KEY ("patch_id") REFERENCES "public"."patches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operative_trades" ADD CONSTRAINT "operative_trades_trade_id_trades_id_fk" FOREIGN KEY ("trade_id") REFERENCES "public"."trades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operative_trades" ADD CONSTRAINT "operative_trades_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operatives" ADD CONSTRAINT "operatives_contractor_id_contractors_id_fk" FOREIGN KEY ("contractor_id") REFERENCES "public"."contractors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problems" ADD CONSTRAINT "problems_catalogue_id_catalogues_id_fk" FOREIGN KEY ("catalogue_id") REFERENCES "public"."catalogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_block_id_blocks_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."blocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_date_days_date_fk" FOREIGN KEY ("date") REFERENCES "public"."days"("date") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slots" ADD CONSTRAINT "slots_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_reports" ADD CONSTRAINT "unfinished_reports_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unfinished_reports" ADD CONSTRAINT "unfinished_reports_problem_id_problems_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."problems"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_needs" ADD CONSTRAINT "visit_needs_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_patterns" ADD CONSTRAINT "working_patterns_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_one_live" ON "appointments" USING btree ("repair_id","purpose") WHERE "appointments"."status" = 'booked';--> statement-breakpoint
CREATE INDEX "appointments_by_date" ON "appointments" USING btree ("date");--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_by_name" ON "blocks" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "catalogues_by_version" ON "catalogues" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "contractors_by_name" ON "contractors" USING btree ("name");--> statement-breakpoint
CREATE INDEX "drafts_by_device" ON "drafts" USING btree ("device","touched_at");--> statement-breakpoint
CREATE INDEX "drafts_by_touched" ON "drafts" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "drafts_by_origin" ON "drafts" USING btree ("origin","hold_until_at_most");--> statement-breakpoint
CREATE INDEX "events_by_repair" ON "events" USING btree ("repair_id","at");--> statement-breakpoint
CREATE INDEX "events_by_change" ON "events" USING btree ("change_id");--> statement-breakpoint
CREATE UNIQUE INDEX "followers_by_reference" ON "followers" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "followers_once" ON "followers" USING btree ("repair_id","device");--> statement-breakpoint
CREATE INDEX "followers_by_submission" ON "followers" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "homes_by_postcode" ON "homes" USING btree ("postcode","sort_key");--> statement-breakpoint
CREATE INDEX "homes_by_block" ON "homes" USING btree ("block_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("repair_id","kind","number");--> statement-breakpoint
CREATE INDEX "messages_to_send" ON "messages" USING btree ("try_at") WHERE "messages"."status" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "messages_by_token" ON "messages" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "operative_patches_by_operative" ON "operative_patches" USING btree ("operative_id");--> statement-breakpoint
CREATE INDEX "operative_trades_by_operative" ON "operative_trades" USING btree ("operative_id");--> statement-breakpoint
CREATE UNIQUE INDEX "patches_by_name" ON "patches" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_by_file" ON "photos" USING btree ("file");--> statement-breakpoint
CREATE UNIQUE INDEX "photos_by_draft" ON "photos" USING btree ("draft_id","position");--> statement-breakpoint
CREATE INDEX "photos_by_repair" ON "photos" USING btree ("repair_id");--> statement-breakpoint
CREATE UNIQUE INDEX "problems_in_order" ON "problems" USING btree ("catalogue_id","position");--> statement-breakpoint
CREATE INDEX "problems_by_location" ON "problems" USING btree ("catalogue_id","location");--> statement-breakpoint
CREATE UNIQUE INDEX "repairs_by_reference" ON "repairs" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "repairs_by_submission" ON "repairs" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "repairs_by_home" ON "repairs" USING btree ("uprn","status");--> statement-breakpoint
CREATE INDEX "repairs_by_block" ON "repairs" USING btree ("block_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_by_reference" ON "requests" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "requests_by_submission" ON "requests" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "requests_open" ON "requests" USING btree ("closed_at","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rules_once" ON "rules" USING btree ("kind","from_date");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_once" ON "slots" USING btree ("operative_id","date","window","place");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_of_draft" ON "slots" USING btree ("draft_id","part") WHERE "slots"."draft_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "slots_of_appointment" ON "slots" USING btree ("appointment_id","part") WHERE "slots"."appointment_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "slots_for_offers" ON "slots" USING btree ("operative_id","date","window","open","appointment_id","expires_at");--> statement-breakpoint
CREATE INDEX "slots_by_date" ON "slots" USING btree ("date","window");--> statement-breakpoint
CREATE UNIQUE INDEX "staged_homes_once" ON "staged_homes" USING btree ("import_id","uprn");--> statement-breakpoint
CREATE INDEX "unfinished_reports_by_left" ON "unfinished_reports" USING btree ("left_at");--> statement-breakpoint
CREATE INDEX "unfinished_reports_by_home" ON "unfinished_reports" USING btree ("uprn");--> statement-breakpoint
CREATE UNIQUE INDEX "working_patterns_once" ON "working_patterns" USING btree ("operative_id","weekday","window","from_date");