package org.wanglou.gis.db;

import static org.wanglou.gis.db.DatabaseAddress.REFERENCE_ROLE;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.wanglou.gis.fault.Fault;

/**
 * Brings a database to the newest schema as its owner, makes the application's role and gives it
 * its rights. Each module owns a folder {@code db/migration/MODULE} with a history table of its
 * own; folders run in the given order.
 */
public final class Migrations {
  private final DatabaseAddress owner;

  public Migrations(DatabaseAddress owner) {
    this.owner = owner;
  }

  /** Runs what is missing, for example of {@code "gis", "command"}. Safe to repeat. */
  public void run(String... modules) {
    var jdbi = Jdbi.create(owner.jdbcUrl(), owner.user(), owner.password());
    jdbi.useHandle(tx -> tx.execute("CREATE EXTENSION IF NOT EXISTS postgis"));
    for (var module : List.of(modules)) {
      Flyway.configure()
          .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
          .locations("classpath:db/migration/" + module)
          .table("flyway_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
    jdbi.useTransaction(this::grantToApplication);
  }

  private void grantToApplication(Handle tx) {
    var app = owner.asApplication();
    if (missing(tx, app.user())) {
      tx.execute("CREATE ROLE %s INHERIT NOCREATEDB NOCREATEROLE".formatted(app.user()));
    }
    if (missing(tx, REFERENCE_ROLE)) {
      tx.execute("CREATE ROLE %s NOLOGIN".formatted(REFERENCE_ROLE));
    }
    refuseStrong(tx, app.user());
    refuseStrong(tx, REFERENCE_ROLE);
    // DDL takes no bound parameters; the password is base64url, so it needs no escaping.
    tx.execute("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(app.user(), app.password()));
    tx.execute("GRANT %s TO %s".formatted(REFERENCE_ROLE, app.user()));
    tx.execute("GRANT USAGE ON SCHEMA public TO %s, %s".formatted(app.user(), REFERENCE_ROLE));
    // Tables under a realm's policy only to the application, all others also to the reference role.
    // Partitions are
    // left out: they are reached through their parent, where the policy stands.
    tx.createQuery(
            """
            SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %s', c.oid::regclass,
                          CASE WHEN c.relforcerowsecurity THEN :app ELSE :reference END)
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND c.relname NOT LIKE 'flyway%' AND c.relname <> 'spatial_ref_sys'""")
        .bind("app", app.user())
        .bind("reference", REFERENCE_ROLE)
        .mapTo(String.class)
        .list()
        .forEach(tx::execute);
    tx.execute("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + REFERENCE_ROLE);
    // The log is append-only for the application: a changed past would also break the hash chain.
    tx.createQuery("SELECT count(*) FROM pg_class WHERE oid = to_regclass('public.event')")
        .mapTo(Integer.class)
        .findOne()
        .filter(n -> n > 0)
        .ifPresent(n -> tx.execute("REVOKE UPDATE, DELETE ON event FROM " + app.user()));
    // Row security does not stop TRUNCATE; the application never had that right and must not get it
    // by default.
    tx.execute("REVOKE TRUNCATE ON ALL TABLES IN SCHEMA public FROM " + app.user());
  }

  private static boolean missing(Handle tx, String role) {
    return tx.createQuery("SELECT count(*) FROM pg_roles WHERE rolname = :role")
            .bind("role", role)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  /** Only a superuser may take these attributes away, so the launcher has to ask for it. */
  private static void refuseStrong(Handle tx, String role) {
    boolean strong =
        tx.createQuery("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = :role")
            .bind("role", role)
            .mapTo(Boolean.class)
            .one();
    if (strong) {
      throw Fault.conflict("", "database.role_too_strong", role);
    }
  }
}
