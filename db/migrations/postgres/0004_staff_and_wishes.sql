CREATE TABLE "operative_wishes" (
	"operative_id" text COLLATE "C" NOT NULL,
	"wish" text COLLATE "C" NOT NULL,
	CONSTRAINT "operative_wishes_operative_id_wish_pk" PRIMARY KEY("operative_id","wish")
);
--> statement-breakpoint
ALTER TABLE "homes" ADD COLUMN "not_alone_why" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD COLUMN "elsewhere" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "operative_wishes" ADD CONSTRAINT "operative_wishes_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;