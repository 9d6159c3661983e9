package app.oddiya.apps.bench.store;

import app.oddiya.adapters.postgres.PostgresConfig;
import app.oddiya.adapters.postgres.PostgresLife;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.adapters.traveldata.planning.TravelDataModule;
import app.oddiya.adapters.traveldata.planning.WithoutKeysModule;
import app.oddiya.application.planning.DraftPlan;
import app.oddiya.application.planning.Effort;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.stores.DatabaseServer;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import app.oddiya.domain.planning.agent.Writing;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Destination;
import app.oddiya.domain.planning.plan.Pace;
import app.oddiya.domain.planning.plan.Party;
import app.oddiya.domain.planning.plan.PlanRequest;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A PostgreSQL of this run with a database for the plan service in it, and its repository.
///
/// @param name of the database
record PlanStore(
    Home home,
    Postgres server,
    String name,
    String url,
    String password,
    Plans plans,
    PostgresLife life)
    implements AutoCloseable {

  static final String ROLE = "plan_service";

  /// Whose plans are read.
  static final UserId TRAVELLER = new UserId(1);

  static final Deadline AMPLE = new Deadline(Instant.MAX);

  /// @param home emptied first: figures are of this run's rows only
  static PlanStore start(Home home) {
    home.delete();
    String password = UUID.randomUUID().toString();
    Postgres server = Postgres.start(home, Ports.free(), Postgres.Durability.THROWN_AWAY, password);
    try {
      server
          .server()
          .makeRoles(Map.of("user_service", password, ROLE, password, "video_service", password));
      return open(home, server, "oddiya", password);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /// One more database of the same server; to be [disconnected][#disconnect] before the server is
  // closed.
  PlanStore beside(String other) {
    return open(home, server, other, password);
  }

  private static PlanStore open(Home home, Postgres server, String name, String password) {
    String url = server.server().makeDatabase(name);
    var database =
        PostgresModule.database(
            new PostgresConfig(url, ROLE, password, 2, PostgresConfig.Schema.PLAN),
            InstantSource.system());
    return new PlanStore(
        home,
        server,
        name,
        url,
        password,
        PlanningPostgresModule.plans(database, PlanScribe.plain()),
        PostgresModule.life(database));
  }

  /// Three days in Busan as the optimizer plans them, some two dozen stops.
  static Trip trip() {
    PlanRequest request =
        new PlanRequest(
            new Destination.Named("Busan"),
            LocalDate.parse("2027-04-09"),
            LocalDate.parse("2027-04-11"),
            new Party(2, 0),
            Optional.empty(),
            List.of("history", "food"),
            Pace.BALANCED,
            List.of(),
            List.of(),
            Optional.empty(),
            Language.EN,
            Optional.empty());
    DraftPlan planner =
        new DraftPlan(
            TravelDataModule.places(),
            TravelDataModule.holidays(),
            TravelDataModule.travelTimes(),
            WithoutKeysModule.weather(),
            WithoutKeysModule.exchangeRates(),
            InstantSource.system(),
            UUID::randomUUID,
            Effort.USUAL);
    Deadline deadline = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    return switch (planner.write(TRAVELLER, request, List.of(), _ -> {}, deadline)) {
      case Writing.Written(var draft) -> draft.answering(request);
      case Writing.Infeasible(var conflicts, _) -> throw new BenchFailure(conflicts.toString());
    };
  }

  /// As the one who may look into everything.
  Connection connectAsSuperuser() throws SQLException {
    DatabaseServer door = server.server();
    return DriverManager.getConnection(
        server.jdbcUrl(name) + "?currentSchema=" + ROLE, door.user(), door.password());
  }

  /// Gives the connections back.
  void disconnect() {
    life.close().run();
  }

  @Override
  public void close() {
    disconnect();
    server.close();
  }
}
