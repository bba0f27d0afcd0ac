using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>What is proposed for the map of help, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteProposals : Migration
{
    internal const string Id = "20261124000000_Proposals";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE proposal (
            id TEXT NOT NULL CONSTRAINT proposal_pk PRIMARY KEY,
            body TEXT NOT NULL,
            kind TEXT NOT NULL,
            reference TEXT NOT NULL,
            entry TEXT NOT NULL,
            before TEXT NULL,
            organisation TEXT NULL,
            by TEXT NOT NULL,
            who TEXT NOT NULL,
            why TEXT NOT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL,
            answer TEXT NOT NULL,
            answered_by TEXT NULL,
            answered_at TEXT NULL,
            CONSTRAINT proposal_state CHECK ("state" IN ('open', 'accepted', 'refused', 'withdrawn')),
            CONSTRAINT proposal_by_fk FOREIGN KEY (by) REFERENCES person (id) ON DELETE RESTRICT
        );
        CREATE INDEX proposal_waiting ON proposal (body, state, at);
        CREATE INDEX proposal_of_organisation ON proposal (organisation, state, at);
        CREATE INDEX proposal_by ON proposal (by);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteProposals.Id)]
public sealed class PostgresProposals : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE proposal (
            id uuid NOT NULL CONSTRAINT proposal_pk PRIMARY KEY,
            body text NOT NULL,
            kind text NOT NULL,
            reference text NOT NULL,
            entry text NOT NULL,
            before text NULL,
            organisation text NULL,
            by uuid NOT NULL,
            who text NOT NULL,
            why text NOT NULL,
            at text NOT NULL,
            state text NOT NULL,
            answer text NOT NULL,
            answered_by text NULL,
            answered_at text NULL,
            CONSTRAINT proposal_state CHECK ("state" IN ('open', 'accepted', 'refused', 'withdrawn')),
            CONSTRAINT proposal_by_fk FOREIGN KEY (by) REFERENCES person (id) ON DELETE RESTRICT
        );
        CREATE INDEX proposal_waiting ON proposal (body, state, at);
        CREATE INDEX proposal_of_organisation ON proposal (organisation, state, at);
        CREATE INDEX proposal_by ON proposal (by);
        """);
}
