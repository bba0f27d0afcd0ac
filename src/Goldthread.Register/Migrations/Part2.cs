using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Confidential parts of decisions, encrypted, with who may read them and who did, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqlitePart2 : Migration
{
    internal const string Id = "20261122231000_Part2";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE part2 (
            subject TEXT NOT NULL CONSTRAINT part2_pk PRIMARY KEY,
            record TEXT NULL,
            about TEXT NOT NULL,
            ground TEXT NOT NULL,
            ends TEXT NOT NULL,
            number INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX part2_record ON part2 (record);

        CREATE TABLE part2_revision (
            subject TEXT NOT NULL,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            by TEXT NOT NULL,
            ground TEXT NOT NULL,
            ends TEXT NOT NULL,
            sealed BLOB NULL,
            nonce BLOB NULL,
            tag BLOB NULL,
            key_id TEXT NOT NULL,
            content_hash TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL,
            CONSTRAINT part2_revision_pk PRIMARY KEY (subject, number),
            CONSTRAINT part2_revision_subject_fk FOREIGN KEY (subject) REFERENCES part2 (subject) ON DELETE RESTRICT
        );

        CREATE TABLE part2_reader (
            id TEXT NOT NULL CONSTRAINT part2_reader_pk PRIMARY KEY,
            subject TEXT NOT NULL,
            person TEXT NOT NULL,
            named_by TEXT NOT NULL,
            named_at TEXT NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT NULL,
            ended_at TEXT NULL,
            ended_by TEXT NULL
        );
        CREATE INDEX part2_reader_subject ON part2_reader (subject);

        CREATE TABLE part2_opened (
            id TEXT NOT NULL CONSTRAINT part2_opened_pk PRIMARY KEY,
            subject TEXT NOT NULL,
            number INTEGER NOT NULL,
            person TEXT NOT NULL,
            at TEXT NOT NULL
        );
        CREATE INDEX part2_opened_at ON part2_opened (subject, at);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqlitePart2.Id)]
public sealed class PostgresPart2 : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE part2 (
            subject uuid NOT NULL CONSTRAINT part2_pk PRIMARY KEY,
            record uuid NULL,
            about text NOT NULL,
            ground text NOT NULL,
            ends date NOT NULL,
            number integer NOT NULL
        );
        CREATE UNIQUE INDEX part2_record ON part2 (record);

        CREATE TABLE part2_revision (
            subject uuid NOT NULL,
            number integer NOT NULL,
            at text NOT NULL,
            by uuid NOT NULL,
            ground text NOT NULL,
            ends date NOT NULL,
            sealed bytea NULL,
            nonce bytea NULL,
            tag bytea NULL,
            key_id text NOT NULL,
            content_hash text NOT NULL,
            previous text NOT NULL,
            hash text NOT NULL,
            CONSTRAINT part2_revision_pk PRIMARY KEY (subject, number),
            CONSTRAINT part2_revision_subject_fk FOREIGN KEY (subject) REFERENCES part2 (subject) ON DELETE RESTRICT
        );

        CREATE TABLE part2_reader (
            id uuid NOT NULL CONSTRAINT part2_reader_pk PRIMARY KEY,
            subject uuid NOT NULL,
            person uuid NOT NULL,
            named_by uuid NOT NULL,
            named_at text NOT NULL,
            starts date NOT NULL,
            ends date NULL,
            ended_at text NULL,
            ended_by uuid NULL
        );
        CREATE INDEX part2_reader_subject ON part2_reader (subject);

        CREATE TABLE part2_opened (
            id uuid NOT NULL CONSTRAINT part2_opened_pk PRIMARY KEY,
            subject uuid NOT NULL,
            number integer NOT NULL,
            person uuid NOT NULL,
            at text NOT NULL
        );
        CREATE INDEX part2_opened_at ON part2_opened (subject, at);
        """);
}
