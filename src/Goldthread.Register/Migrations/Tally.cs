using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>How many records there are and what they sum to, kept by the database with each change of a record, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteTally : Migration
{
    internal const string Id = "20261122010000_Tally";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE tally (
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            status TEXT NOT NULL,
            visibility TEXT NOT NULL,
            year INTEGER NOT NULL,
            records INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            CONSTRAINT tally_pk PRIMARY KEY (kind, body, status, visibility, year)
        );

        INSERT INTO tally
        SELECT kind, body, status, visibility, COALESCE(CAST(substr(starts, 1, 4) AS integer), 0), COUNT(*), COALESCE(SUM(amount), 0)
        FROM record GROUP BY 1, 2, 3, 4, 5;

        CREATE TRIGGER record_tallied AFTER INSERT ON record BEGIN
            INSERT INTO tally VALUES (new.kind, new.body, new.status, new.visibility, COALESCE(CAST(substr(new.starts, 1, 4) AS integer), 0), 1, COALESCE(new.amount, 0))
            ON CONFLICT (kind, body, status, visibility, year) DO UPDATE SET records = records + 1, amount = amount + excluded.amount;
        END;

        CREATE TRIGGER record_untallied AFTER DELETE ON record BEGIN
            UPDATE tally SET records = records - 1, amount = amount - COALESCE(old.amount, 0)
            WHERE kind = old.kind AND body = old.body AND status = old.status AND visibility = old.visibility AND year = COALESCE(CAST(substr(old.starts, 1, 4) AS integer), 0);
        END;

        CREATE TRIGGER record_retallied AFTER UPDATE OF kind, body, status, visibility, starts, amount ON record BEGIN
            UPDATE tally SET records = records - 1, amount = amount - COALESCE(old.amount, 0)
            WHERE kind = old.kind AND body = old.body AND status = old.status AND visibility = old.visibility AND year = COALESCE(CAST(substr(old.starts, 1, 4) AS integer), 0);
            INSERT INTO tally VALUES (new.kind, new.body, new.status, new.visibility, COALESCE(CAST(substr(new.starts, 1, 4) AS integer), 0), 1, COALESCE(new.amount, 0))
            ON CONFLICT (kind, body, status, visibility, year) DO UPDATE SET records = records + 1, amount = amount + excluded.amount;
        END;
        """);
}

/// <summary>How many records there are and what they sum to, kept by the database with each change of a record, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteTally.Id)]
public sealed class PostgresTally : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- The last day of all is stored as infinity, the first as minus infinity: neither has a year to extract.
        CREATE FUNCTION year_of(day date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
            SELECT CASE day WHEN 'infinity' THEN 9999 WHEN '-infinity' THEN 1 ELSE EXTRACT(YEAR FROM day)::integer END
        $$;

        CREATE TABLE tally (
            kind text NOT NULL,
            body text NOT NULL,
            status text NOT NULL,
            visibility text NOT NULL,
            year integer NOT NULL,
            records integer NOT NULL,
            amount bigint NOT NULL,
            CONSTRAINT tally_pk PRIMARY KEY (kind, body, status, visibility, year)
        );

        INSERT INTO tally
        SELECT kind, body, status, visibility, COALESCE(year_of(starts), 0), COUNT(*), COALESCE(SUM(amount), 0)
        FROM record GROUP BY 1, 2, 3, 4, 5;

        CREATE FUNCTION tally_record() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                UPDATE tally SET records = records - 1, amount = tally.amount - COALESCE(old.amount, 0)
                WHERE kind = old.kind AND body = old.body AND status = old.status AND visibility = old.visibility AND year = COALESCE(year_of(old.starts), 0);
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO tally VALUES (new.kind, new.body, new.status, new.visibility, COALESCE(year_of(new.starts), 0), 1, COALESCE(new.amount, 0))
                ON CONFLICT (kind, body, status, visibility, year) DO UPDATE SET records = tally.records + 1, amount = tally.amount + excluded.amount;
            END IF;
            RETURN NULL;
        END $$;

        CREATE TRIGGER record_tallied AFTER INSERT OR DELETE OR UPDATE OF kind, body, status, visibility, starts, amount ON record
        FOR EACH ROW EXECUTE FUNCTION tally_record();
        """);
}
