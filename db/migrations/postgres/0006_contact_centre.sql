CREATE TABLE "call_tasks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"taken_by" text COLLATE "C",
	"taken_until" timestamp (3) with time zone,
	"next_try_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "call_tries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"method" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	CONSTRAINT "call_tries_method" CHECK ("call_tries"."method" IN ('phone', 'text', 'letter', 'visit'))
);
--> statement-breakpoint
CREATE TABLE "callers_for_tenants" (
	"check_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"relationship" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"staff_id" text COLLATE "C" NOT NULL,
	"uprn" text COLLATE "C",
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"reason" text COLLATE "C",
	"repair_id" text COLLATE "C",
	"draft_id" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "calls_reason" CHECK ("calls"."reason" IN ('new', 'chase', 'change', 'other'))
);
--> statement-breakpoint
CREATE TABLE "complaint_words" (
	"complaint_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"words" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"submission" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C",
	"uprn" text COLLATE "C",
	"call_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL,
	"heard_by" text COLLATE "C" NOT NULL,
	"acknowledge_by" text COLLATE "C" NOT NULL,
	"answer_by" text COLLATE "C" NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text COLLATE "C",
	"answered_at" timestamp (3) with time zone,
	"answered_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "home_records" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"tenancy_id" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C",
	"about" text COLLATE "C",
	"source" text COLLATE "C",
	"agreed" boolean DEFAULT false NOT NULL,
	"until" text COLLATE "C",
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text COLLATE "C" NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"checked_by" text COLLATE "C" NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "home_records_kind" CHECK ("home_records"."kind" IN ('need', 'warning', 'fact'))
);
--> statement-breakpoint
CREATE TABLE "identity_checks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"call_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"asked" jsonb NOT NULL,
	"passed" boolean NOT NULL,
	"caller" text COLLATE "C" NOT NULL,
	"consent" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"uprn" text COLLATE "C",
	"repair_id" text COLLATE "C",
	"file" text COLLATE "C",
	"health" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"repair_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	CONSTRAINT "retention_holds_repair_id_reason_pk" PRIMARY KEY("repair_id","reason")
);
--> statement-breakpoint
CREATE TABLE "staged_tenancies" (
	"import_id" text COLLATE "C" NOT NULL,
	"line" integer NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"other_names" text COLLATE "C",
	"born_on" text COLLATE "C",
	"starts_on" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C",
	"contacts" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "tenancies" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reference" text COLLATE "C" NOT NULL,
	"uprn" text COLLATE "C" NOT NULL,
	"starts_on" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tenant_contacts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"tenant_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	CONSTRAINT "tenant_contacts_kind" CHECK ("tenant_contacts"."kind" IN ('phone', 'email'))
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"tenancy_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"other_names" text COLLATE "C",
	"born_on" text COLLATE "C",
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
DROP INDEX "messages_once";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "staff_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "uprn" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "not_alone_until" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "restricted_to" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "restricted_why" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "restricted_review_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "follower_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "repairs" ADD COLUMN "forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "call_tries" ADD CONSTRAINT "call_tries_task_id_call_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."call_tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_tries" ADD CONSTRAINT "call_tries_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callers_for_tenants" ADD CONSTRAINT "callers_for_tenants_check_id_identity_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."identity_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_words" ADD CONSTRAINT "complaint_words_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_records" ADD CONSTRAINT "home_records_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_records" ADD CONSTRAINT "home_records_tenancy_id_tenancies_id_fk" FOREIGN KEY ("tenancy_id") REFERENCES "public"."tenancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_records" ADD CONSTRAINT "home_records_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_records" ADD CONSTRAINT "home_records_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_checks" ADD CONSTRAINT "identity_checks_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_who_staff_id_fk" FOREIGN KEY ("who") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancies" ADD CONSTRAINT "tenancies_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenant_contacts" ADD CONSTRAINT "tenant_contacts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_tenancy_id_tenancies_id_fk" FOREIGN KEY ("tenancy_id") REFERENCES "public"."tenancies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_tries_by_task" ON "call_tries" USING btree ("task_id","at");--> statement-breakpoint
CREATE INDEX "call_tries_by_repair" ON "call_tries" USING btree ("repair_id","at");--> statement-breakpoint
CREATE INDEX "calls_by_staff" ON "calls" USING btree ("staff_id","started_at");--> statement-breakpoint
CREATE INDEX "calls_by_home" ON "calls" USING btree ("uprn","started_at");--> statement-breakpoint
CREATE INDEX "calls_by_time" ON "calls" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "calls_by_repair" ON "calls" USING btree ("repair_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_once" ON "complaints" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "complaints_by_state" ON "complaints" USING btree ("answered_at","acknowledge_by");--> statement-breakpoint
CREATE INDEX "complaints_by_repair" ON "complaints" USING btree ("repair_id");--> statement-breakpoint
CREATE INDEX "complaints_by_home" ON "complaints" USING btree ("uprn");--> statement-breakpoint
CREATE INDEX "home_records_by_home" ON "home_records" USING btree ("uprn","ended_at");--> statement-breakpoint
CREATE INDEX "identity_checks_by_call" ON "identity_checks" USING btree ("call_id","at");--> statement-breakpoint
CREATE INDEX "openings_by_time" ON "openings" USING btree ("at");--> statement-breakpoint
CREATE INDEX "openings_by_home" ON "openings" USING btree ("uprn","at");--> statement-breakpoint
CREATE UNIQUE INDEX "staged_tenancies_once" ON "staged_tenancies" USING btree ("import_id","reference","name");--> statement-breakpoint
CREATE UNIQUE INDEX "tenancies_by_reference" ON "tenancies" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "tenancies_by_home" ON "tenancies" USING btree ("uprn","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "tenant_contacts_once" ON "tenant_contacts" USING btree ("tenant_id","value");--> statement-breakpoint
CREATE INDEX "tenant_contacts_by_value" ON "tenant_contacts" USING btree ("value");--> statement-breakpoint
CREATE UNIQUE INDEX "tenants_once" ON "tenants" USING btree ("tenancy_id","name");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_uprn_homes_uprn_fk" FOREIGN KEY ("uprn") REFERENCES "public"."homes"("uprn") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_by_repair" ON "appointments" USING btree ("repair_id");--> statement-breakpoint
CREATE INDEX "contacts_by_email" ON "contacts" USING btree ("email");--> statement-breakpoint
CREATE INDEX "contacts_by_visit_email" ON "contacts" USING btree ("visit_email");--> statement-breakpoint
CREATE INDEX "drafts_by_staff" ON "drafts" USING btree ("staff_id","touched_at");--> statement-breakpoint
CREATE INDEX "events_by_home" ON "events" USING btree ("uprn","at") WHERE "events"."uprn" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "homes_restricted" ON "homes" USING btree ("restricted_to") WHERE "homes"."restricted_to" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "homes_not_alone_until" ON "homes" USING btree ("not_alone_until") WHERE "homes"."not_alone_until" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "repairs_to_forget" ON "repairs" USING btree ("closed_at") WHERE "repairs"."closed_at" IS NOT NULL AND "repairs"."forgotten_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("repair_id","kind","number","event","channel","follower_id");