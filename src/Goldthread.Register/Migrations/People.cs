using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>People who sign in, what they may do for how long, and what they opened, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqlitePeople : Migration
{
    internal const string Id = "20261122200000_People";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE person (
            id TEXT NOT NULL CONSTRAINT person_pk PRIMARY KEY,
            name TEXT NOT NULL,
            office TEXT NOT NULL,
            organisation TEXT NULL,
            joined_at TEXT NOT NULL,
            left_at TEXT NULL,
            last_code INTEGER NOT NULL,
            digest INTEGER NOT NULL,
            looked_at TEXT NULL,
            user_name TEXT NULL,
            normalized_user_name TEXT NULL,
            email TEXT NULL,
            normalized_email TEXT NULL,
            email_confirmed INTEGER NOT NULL,
            password_hash TEXT NULL,
            security_stamp TEXT NULL,
            concurrency_stamp TEXT NULL,
            two_factor_enabled INTEGER NOT NULL,
            lockout_end TEXT NULL,
            lockout_enabled INTEGER NOT NULL,
            access_failed_count INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX person_user_name ON person (normalized_user_name);

        CREATE TABLE holding (
            id TEXT NOT NULL CONSTRAINT holding_pk PRIMARY KEY,
            person TEXT NOT NULL,
            role TEXT NOT NULL,
            advice TEXT NULL,
            starts TEXT NOT NULL,
            ends TEXT NULL,
            CONSTRAINT holding_role CHECK ("role" IN ('officer', 'adviser', 'secretariat', 'chiefexecutive', 'decisionmaker', 'partner', 'provider', 'analyst', 'administrator', 'auditor')),
            CONSTRAINT holding_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX holding_person ON holding (person);

        CREATE TABLE cover (
            id TEXT NOT NULL CONSTRAINT cover_pk PRIMARY KEY,
            person TEXT NOT NULL,
            deputy TEXT NOT NULL,
            starts TEXT NOT NULL,
            ends TEXT NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT cover_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE,
            CONSTRAINT cover_deputy_fk FOREIGN KEY (deputy) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX cover_person ON cover (person);
        CREATE INDEX cover_deputy ON cover (deputy);

        CREATE TABLE session (
            key TEXT NOT NULL CONSTRAINT session_pk PRIMARY KEY,
            person TEXT NOT NULL,
            proof TEXT NOT NULL,
            proved_at TEXT NOT NULL,
            at TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            ends_at TEXT NOT NULL,
            browser TEXT NOT NULL,
            CONSTRAINT session_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX session_ends ON session (ends_at);
        CREATE INDEX session_person ON session (person);

        CREATE TABLE person_change (
            id TEXT NOT NULL CONSTRAINT person_change_pk PRIMARY KEY,
            person TEXT NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            what TEXT NOT NULL,
            reason TEXT NOT NULL
        );
        CREATE INDEX person_change_of ON person_change (person, at);

        CREATE TABLE opened (
            id TEXT NOT NULL CONSTRAINT opened_pk PRIMARY KEY,
            at TEXT NOT NULL,
            person TEXT NOT NULL,
            record TEXT NOT NULL,
            revision INTEGER NOT NULL,
            what TEXT NOT NULL
        );
        CREATE INDEX opened_record ON opened (record, at);
        CREATE INDEX opened_by ON opened (person, at);

        CREATE TABLE cookie_key (
            name TEXT NOT NULL CONSTRAINT cookie_key_pk PRIMARY KEY,
            xml TEXT NOT NULL
        );

        CREATE TABLE person_token (
            user_id TEXT NOT NULL,
            login_provider TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NULL,
            CONSTRAINT person_token_pk PRIMARY KEY (user_id, login_provider, name),
            CONSTRAINT person_token_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );

        CREATE TABLE person_login (
            login_provider TEXT NOT NULL,
            provider_key TEXT NOT NULL,
            provider_display_name TEXT NULL,
            user_id TEXT NOT NULL,
            CONSTRAINT person_login_pk PRIMARY KEY (login_provider, provider_key),
            CONSTRAINT person_login_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX person_login_user_id ON person_login (user_id);

        CREATE TABLE person_passkey (
            credential_id BLOB NOT NULL CONSTRAINT person_passkey_pk PRIMARY KEY,
            user_id TEXT NOT NULL,
            data TEXT NOT NULL,
            CONSTRAINT person_passkey_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX person_passkey_user_id ON person_passkey (user_id);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqlitePeople.Id)]
public sealed class PostgresPeople : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE person (
            id uuid NOT NULL CONSTRAINT person_pk PRIMARY KEY,
            name text NOT NULL,
            office text NOT NULL,
            organisation text NULL,
            joined_at text NOT NULL,
            left_at text NULL,
            last_code bigint NOT NULL,
            digest boolean NOT NULL,
            looked_at text NULL,
            user_name text NULL,
            normalized_user_name text NULL,
            email text NULL,
            normalized_email text NULL,
            email_confirmed boolean NOT NULL,
            password_hash text NULL,
            security_stamp text NULL,
            concurrency_stamp text NULL,
            two_factor_enabled boolean NOT NULL,
            lockout_end text NULL,
            lockout_enabled boolean NOT NULL,
            access_failed_count integer NOT NULL
        );
        CREATE UNIQUE INDEX person_user_name ON person (normalized_user_name);

        CREATE TABLE holding (
            id uuid NOT NULL CONSTRAINT holding_pk PRIMARY KEY,
            person uuid NOT NULL,
            role text NOT NULL,
            advice text NULL,
            starts date NOT NULL,
            ends date NULL,
            CONSTRAINT holding_role CHECK ("role" IN ('officer', 'adviser', 'secretariat', 'chiefexecutive', 'decisionmaker', 'partner', 'provider', 'analyst', 'administrator', 'auditor')),
            CONSTRAINT holding_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX holding_person ON holding (person);

        CREATE TABLE cover (
            id uuid NOT NULL CONSTRAINT cover_pk PRIMARY KEY,
            person uuid NOT NULL,
            deputy uuid NOT NULL,
            starts date NOT NULL,
            ends date NOT NULL,
            reason text NOT NULL,
            CONSTRAINT cover_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE,
            CONSTRAINT cover_deputy_fk FOREIGN KEY (deputy) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX cover_person ON cover (person);
        CREATE INDEX cover_deputy ON cover (deputy);

        CREATE TABLE session (
            key text NOT NULL CONSTRAINT session_pk PRIMARY KEY,
            person uuid NOT NULL,
            proof text NOT NULL,
            proved_at text NOT NULL,
            at text NOT NULL,
            seen_at text NOT NULL,
            ends_at text NOT NULL,
            browser text NOT NULL,
            CONSTRAINT session_person_fk FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX session_ends ON session (ends_at);
        CREATE INDEX session_person ON session (person);

        CREATE TABLE person_change (
            id uuid NOT NULL CONSTRAINT person_change_pk PRIMARY KEY,
            person uuid NOT NULL,
            at text NOT NULL,
            who text NOT NULL,
            what text NOT NULL,
            reason text NOT NULL
        );
        CREATE INDEX person_change_of ON person_change (person, at);

        CREATE TABLE opened (
            id uuid NOT NULL CONSTRAINT opened_pk PRIMARY KEY,
            at text NOT NULL,
            person uuid NOT NULL,
            record uuid NOT NULL,
            revision integer NOT NULL,
            what text NOT NULL
        );
        CREATE INDEX opened_record ON opened (record, at);
        CREATE INDEX opened_by ON opened (person, at);

        CREATE TABLE cookie_key (
            name text NOT NULL CONSTRAINT cookie_key_pk PRIMARY KEY,
            xml text NOT NULL
        );

        CREATE TABLE person_token (
            user_id uuid NOT NULL,
            login_provider text NOT NULL,
            name text NOT NULL,
            value text NULL,
            CONSTRAINT person_token_pk PRIMARY KEY (user_id, login_provider, name),
            CONSTRAINT person_token_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );

        CREATE TABLE person_login (
            login_provider text NOT NULL,
            provider_key text NOT NULL,
            provider_display_name text NULL,
            user_id uuid NOT NULL,
            CONSTRAINT person_login_pk PRIMARY KEY (login_provider, provider_key),
            CONSTRAINT person_login_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX person_login_user_id ON person_login (user_id);

        CREATE TABLE person_passkey (
            credential_id bytea NOT NULL CONSTRAINT person_passkey_pk PRIMARY KEY,
            user_id uuid NOT NULL,
            data text NOT NULL,
            CONSTRAINT person_passkey_user_id_fk FOREIGN KEY (user_id) REFERENCES person (id) ON DELETE CASCADE
        );
        CREATE INDEX person_passkey_user_id ON person_passkey (user_id);
        """);
}
