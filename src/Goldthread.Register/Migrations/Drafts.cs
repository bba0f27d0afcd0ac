using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Decisions from their first word to their signature, on SQLite: their fields, steps, comments and advice.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteDrafts : Migration
{
    internal const string Id = "20261122230000_Drafts";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE draft (
            id TEXT NOT NULL CONSTRAINT draft_pk PRIMARY KEY,
            body TEXT NOT NULL,
            reference TEXT NULL,
            slug TEXT NULL,
            title TEXT NOT NULL,
            state TEXT NOT NULL,
            owner TEXT NOT NULL,
            version INTEGER NOT NULL,
            started_from TEXT NULL,
            record TEXT NULL,
            asked_amount INTEGER NULL,
            wanted_by TEXT NULL,
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            sent_at TEXT NULL,
            signed_at TEXT NULL,
            published_at TEXT NULL,
            deferred_until TEXT NULL,
            deferred_event TEXT NULL,
            CONSTRAINT draft_state CHECK ("state" IN ('draft', 'advice', 'chiefexecutive', 'decisionmaker', 'approved', 'refused', 'abandoned', 'deferred', 'published', 'superseded', 'withdrawn')),
            CONSTRAINT draft_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX draft_slug ON draft (body, slug);
        CREATE INDEX draft_standing ON draft (state, changed_at);
        CREATE INDEX draft_owner ON draft (owner, state);
        CREATE INDEX draft_record ON draft (record);

        CREATE TABLE draft_part (
            draft TEXT NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            version INTEGER NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            CONSTRAINT draft_part_pk PRIMARY KEY (draft, name),
            CONSTRAINT draft_part_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );

        CREATE TABLE draft_aside (
            id TEXT NOT NULL CONSTRAINT draft_aside_pk PRIMARY KEY,
            draft TEXT NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            CONSTRAINT draft_aside_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE INDEX draft_aside_draft ON draft_aside (draft);

        CREATE TABLE draft_step (
            id TEXT NOT NULL CONSTRAINT draft_step_pk PRIMARY KEY,
            draft TEXT NOT NULL,
            number INTEGER NOT NULL,
            act TEXT NULL,
            from_state TEXT NOT NULL,
            to_state TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NULL,
            acting_for TEXT NULL,
            reason TEXT NOT NULL,
            interests TEXT NULL,
            texts TEXT NULL,
            CONSTRAINT draft_step_act CHECK ("act" IN ('askadvice', 'sendon', 'recommend', 'approve', 'return', 'refuse', 'takeback', 'abandon', 'publish', 'defer', 'correct', 'supersede', 'withdraw')),
            CONSTRAINT draft_step_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE UNIQUE INDEX draft_step_number ON draft_step (draft, number);

        CREATE TABLE draft_comment (
            id TEXT NOT NULL CONSTRAINT draft_comment_pk PRIMARY KEY,
            draft TEXT NOT NULL,
            part TEXT NOT NULL,
            quote TEXT NOT NULL,
            text TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            answers TEXT NULL,
            resolved_at TEXT NULL,
            resolved_by TEXT NULL,
            CONSTRAINT draft_comment_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE INDEX draft_comment_draft ON draft_comment (draft);

        CREATE TABLE draft_advice (
            id TEXT NOT NULL CONSTRAINT draft_advice_pk PRIMARY KEY,
            draft TEXT NOT NULL,
            number INTEGER NOT NULL,
            field TEXT NOT NULL,
            state TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            asked_by TEXT NOT NULL,
            at TEXT NULL,
            by TEXT NULL,
            text TEXT NOT NULL,
            texts TEXT NULL,
            CONSTRAINT draft_advice_field CHECK ("field" IN ('legal', 'finance', 'equality', 'dataprotection', 'commercial')),
            CONSTRAINT draft_advice_state CHECK ("state" IN ('asked', 'given', 'withdrawn', 'declined')),
            CONSTRAINT draft_advice_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE UNIQUE INDEX draft_advice_number ON draft_advice (draft, number);

        CREATE TABLE draft_acknowledgement (
            draft TEXT NOT NULL,
            code TEXT NOT NULL,
            subject TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            CONSTRAINT draft_acknowledgement_pk PRIMARY KEY (draft, subject, by),
            CONSTRAINT draft_acknowledgement_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteDrafts.Id)]
public sealed class PostgresDrafts : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE draft (
            id uuid NOT NULL CONSTRAINT draft_pk PRIMARY KEY,
            body text NOT NULL,
            reference text NULL,
            slug text NULL,
            title text NOT NULL,
            state text NOT NULL,
            owner uuid NOT NULL,
            version integer NOT NULL,
            started_from text NULL,
            record uuid NULL,
            asked_amount bigint NULL,
            wanted_by date NULL,
            created_at text NOT NULL,
            changed_at text NOT NULL,
            sent_at text NULL,
            signed_at text NULL,
            published_at text NULL,
            deferred_until date NULL,
            deferred_event text NULL,
            CONSTRAINT draft_state CHECK ("state" IN ('draft', 'advice', 'chiefexecutive', 'decisionmaker', 'approved', 'refused', 'abandoned', 'deferred', 'published', 'superseded', 'withdrawn')),
            CONSTRAINT draft_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX draft_slug ON draft (body, slug);
        CREATE INDEX draft_standing ON draft (state, changed_at);
        CREATE INDEX draft_owner ON draft (owner, state);
        CREATE INDEX draft_record ON draft (record);

        CREATE TABLE draft_part (
            draft uuid NOT NULL,
            name text NOT NULL,
            text text NOT NULL,
            version integer NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            CONSTRAINT draft_part_pk PRIMARY KEY (draft, name),
            CONSTRAINT draft_part_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );

        CREATE TABLE draft_aside (
            id uuid NOT NULL CONSTRAINT draft_aside_pk PRIMARY KEY,
            draft uuid NOT NULL,
            name text NOT NULL,
            text text NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            CONSTRAINT draft_aside_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE INDEX draft_aside_draft ON draft_aside (draft);

        CREATE TABLE draft_step (
            id uuid NOT NULL CONSTRAINT draft_step_pk PRIMARY KEY,
            draft uuid NOT NULL,
            number integer NOT NULL,
            act text NULL,
            from_state text NOT NULL,
            to_state text NOT NULL,
            at text NOT NULL,
            by uuid NULL,
            acting_for uuid NULL,
            reason text NOT NULL,
            interests text NULL,
            texts text NULL,
            CONSTRAINT draft_step_act CHECK ("act" IN ('askadvice', 'sendon', 'recommend', 'approve', 'return', 'refuse', 'takeback', 'abandon', 'publish', 'defer', 'correct', 'supersede', 'withdraw')),
            CONSTRAINT draft_step_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE UNIQUE INDEX draft_step_number ON draft_step (draft, number);

        CREATE TABLE draft_comment (
            id uuid NOT NULL CONSTRAINT draft_comment_pk PRIMARY KEY,
            draft uuid NOT NULL,
            part text NOT NULL,
            quote text NOT NULL,
            text text NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            answers uuid NULL,
            resolved_at text NULL,
            resolved_by uuid NULL,
            CONSTRAINT draft_comment_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE INDEX draft_comment_draft ON draft_comment (draft);

        CREATE TABLE draft_advice (
            id uuid NOT NULL CONSTRAINT draft_advice_pk PRIMARY KEY,
            draft uuid NOT NULL,
            number integer NOT NULL,
            field text NOT NULL,
            state text NOT NULL,
            asked_at text NOT NULL,
            asked_by uuid NOT NULL,
            at text NULL,
            by uuid NULL,
            text text NOT NULL,
            texts text NULL,
            CONSTRAINT draft_advice_field CHECK ("field" IN ('legal', 'finance', 'equality', 'dataprotection', 'commercial')),
            CONSTRAINT draft_advice_state CHECK ("state" IN ('asked', 'given', 'withdrawn', 'declined')),
            CONSTRAINT draft_advice_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        CREATE UNIQUE INDEX draft_advice_number ON draft_advice (draft, number);

        CREATE TABLE draft_acknowledgement (
            draft uuid NOT NULL,
            code text NOT NULL,
            subject text NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            CONSTRAINT draft_acknowledgement_pk PRIMARY KEY (draft, subject, by),
            CONSTRAINT draft_acknowledgement_draft_fk FOREIGN KEY (draft) REFERENCES draft (id) ON DELETE CASCADE
        );
        """);
}
