CREATE TABLE "sign_in_tries" (
	"email" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"wait_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"password" text COLLATE "C",
	"subject" text COLLATE "C",
	"second_factor" text COLLATE "C",
	"code_used" integer,
	"welcome" text COLLATE "C",
	"welcome_until" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "staff_role" CHECK ("staff"."role" IN ('agent', 'officer', 'manager', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"staff_id" text COLLATE "C" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"verified" boolean NOT NULL,
	"browser" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_by_email" ON "staff" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_by_subject" ON "staff" USING btree ("subject") WHERE "staff"."subject" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_by_welcome" ON "staff" USING btree ("welcome") WHERE "staff"."welcome" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_sessions_by_token" ON "staff_sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "staff_sessions_by_staff" ON "staff_sessions" USING btree ("staff_id");