using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>What is asked of whom, and an index for what changed last in any kind, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteAsks : Migration
{
    internal const string Id = "20261122210000_Asks";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE ask (
            id TEXT NOT NULL CONSTRAINT ask_pk PRIMARY KEY,
            person TEXT NULL,
            organisation TEXT NULL,
            role TEXT NULL,
            advice TEXT NULL,
            asked_by TEXT NOT NULL,
            record TEXT NULL,
            title TEXT NOT NULL,
            words TEXT NOT NULL,
            due TEXT NOT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL,
            answer TEXT NOT NULL,
            answered_at TEXT NULL,
            answered_by TEXT NULL,
            CONSTRAINT ask_state CHECK ("state" IN ('open', 'done', 'declined', 'withdrawn')),
            CONSTRAINT ask_of_whom CHECK (person IS NOT NULL OR organisation IS NOT NULL OR "role" IS NOT NULL),
            CONSTRAINT ask_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
            CONSTRAINT ask_asked_by_fk FOREIGN KEY (asked_by) REFERENCES person (id) ON DELETE RESTRICT,
            CONSTRAINT ask_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX ask_of_person ON ask (person, state, due);
        CREATE INDEX ask_of_organisation ON ask (organisation, state, due);
        CREATE INDEX ask_by ON ask (asked_by, state, answered_at);
        CREATE INDEX ask_record ON ask (record);

        CREATE TABLE hand_over (
            id TEXT NOT NULL CONSTRAINT hand_over_pk PRIMARY KEY,
            ask TEXT NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            from_person TEXT NULL,
            to_person TEXT NOT NULL,
            asking INTEGER NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT hand_over_ask_fk FOREIGN KEY (ask) REFERENCES ask (id) ON DELETE CASCADE
        );
        CREATE INDEX hand_over_ask ON hand_over (ask);
        CREATE INDEX hand_over_from ON hand_over (from_person);

        CREATE INDEX record_latest ON record (changed_at, key);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteAsks.Id)]
public sealed class PostgresAsks : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE ask (
            id uuid NOT NULL CONSTRAINT ask_pk PRIMARY KEY,
            person uuid NULL,
            organisation text NULL,
            role text NULL,
            advice text NULL,
            asked_by uuid NOT NULL,
            record uuid NULL,
            title text NOT NULL,
            words text NOT NULL,
            due date NOT NULL,
            at text NOT NULL,
            state text NOT NULL,
            answer text NOT NULL,
            answered_at text NULL,
            answered_by uuid NULL,
            CONSTRAINT ask_state CHECK ("state" IN ('open', 'done', 'declined', 'withdrawn')),
            CONSTRAINT ask_of_whom CHECK (person IS NOT NULL OR organisation IS NOT NULL OR "role" IS NOT NULL),
            CONSTRAINT ask_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
            CONSTRAINT ask_asked_by_fk FOREIGN KEY (asked_by) REFERENCES person (id) ON DELETE RESTRICT,
            CONSTRAINT ask_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX ask_of_person ON ask (person, state, due);
        CREATE INDEX ask_of_organisation ON ask (organisation, state, due);
        CREATE INDEX ask_by ON ask (asked_by, state, answered_at);
        CREATE INDEX ask_record ON ask (record);

        CREATE TABLE hand_over (
            id uuid NOT NULL CONSTRAINT hand_over_pk PRIMARY KEY,
            ask uuid NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            from_person uuid NULL,
            to_person uuid NOT NULL,
            asking boolean NOT NULL,
            reason text NOT NULL,
            CONSTRAINT hand_over_ask_fk FOREIGN KEY (ask) REFERENCES ask (id) ON DELETE CASCADE
        );
        CREATE INDEX hand_over_ask ON hand_over (ask);
        CREATE INDEX hand_over_from ON hand_over (from_person);

        CREATE INDEX record_latest ON record (changed_at, key);
        """);
}
