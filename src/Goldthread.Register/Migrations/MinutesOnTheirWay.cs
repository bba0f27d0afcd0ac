using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Minutes that are written, read and corrected before they are agreed, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteMinutesOnTheirWay : Migration
{
    internal const string Id = "20261126001000_MinutesOnTheirWay";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE minutes (
            meeting TEXT NOT NULL CONSTRAINT minutes_pk PRIMARY KEY,
            state TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            CONSTRAINT minutes_state CHECK ("state" IN ('writing', 'chair', 'members', 'agreed')),
            CONSTRAINT minutes_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE TABLE minutes_text (
            meeting TEXT NOT NULL,
            field TEXT NOT NULL,
            text TEXT NOT NULL,
            version INTEGER NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            CONSTRAINT minutes_text_pk PRIMARY KEY (meeting, field),
            CONSTRAINT minutes_text_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE TABLE minutes_correction (
            id TEXT NOT NULL CONSTRAINT minutes_correction_pk PRIMARY KEY,
            meeting TEXT NOT NULL,
            item TEXT NOT NULL,
            words TEXT NOT NULL,
            who TEXT NOT NULL,
            organisation TEXT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL,
            answer TEXT NOT NULL,
            CONSTRAINT minutes_correction_state CHECK ("state" IN ('open', 'accepted', 'refused', 'withdrawn')),
            CONSTRAINT minutes_correction_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX minutes_correction_meeting ON minutes_correction (meeting);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteMinutesOnTheirWay.Id)]
public sealed class PostgresMinutesOnTheirWay : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE minutes (
            meeting uuid NOT NULL CONSTRAINT minutes_pk PRIMARY KEY,
            state text NOT NULL,
            at text NOT NULL,
            who text NOT NULL,
            CONSTRAINT minutes_state CHECK ("state" IN ('writing', 'chair', 'members', 'agreed')),
            CONSTRAINT minutes_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE TABLE minutes_text (
            meeting uuid NOT NULL,
            field text NOT NULL,
            text text NOT NULL,
            version integer NOT NULL,
            at text NOT NULL,
            who text NOT NULL,
            CONSTRAINT minutes_text_pk PRIMARY KEY (meeting, field),
            CONSTRAINT minutes_text_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE TABLE minutes_correction (
            id uuid NOT NULL CONSTRAINT minutes_correction_pk PRIMARY KEY,
            meeting uuid NOT NULL,
            item text NOT NULL,
            words text NOT NULL,
            who text NOT NULL,
            organisation text NULL,
            at text NOT NULL,
            state text NOT NULL,
            answer text NOT NULL,
            CONSTRAINT minutes_correction_state CHECK ("state" IN ('open', 'accepted', 'refused', 'withdrawn')),
            CONSTRAINT minutes_correction_meeting_fk FOREIGN KEY (meeting) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX minutes_correction_meeting ON minutes_correction (meeting);
        """);
}
