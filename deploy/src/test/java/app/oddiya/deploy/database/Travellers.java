package app.oddiya.deploy.database;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.adapters.postgres.PostgresConfig.Schema;
import app.oddiya.adapters.postgres.PostgresModule;
import app.oddiya.adapters.postgres.identity.IdentityPostgresModule;
import app.oddiya.adapters.postgres.planning.PlanningPostgresModule;
import app.oddiya.adapters.postgres.video.VideoPostgresModule;
import app.oddiya.domain.identity.account.Users;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.PlanScribe;
import app.oddiya.domain.planning.plan.Plans;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Persons;
import app.oddiya.domain.testkit.story.Trips;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.testkit.time.Eventually;
import app.oddiya.domain.testkit.time.SettableClock;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// People who sign up, plan trips, change their minds and order films, through the services' own
/// repositories, two at once, until they rest.
final class Travellers implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int AT_ONCE = 2;

  private final List<Database> databases = new ArrayList<>();
  private final Users users;
  private final Plans plans;
  private final VideoJobs films;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final List<Future<?>> working = new ArrayList<>();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean resting = true;

  private Travellers(Box box) {
    users = IdentityPostgresModule.users(open(box, Schema.USER), CLOCK);
    plans = PlanningPostgresModule.plans(open(box, Schema.PLAN), PlanScribe.plain());
    films = VideoPostgresModule.videoJobs(open(box, Schema.VIDEO));
  }

  private Database open(Box box, Schema schema) {
    Database database = PostgresModule.database(box.config(schema), CLOCK);
    databases.add(database);
    return database;
  }

  /// Some who are at work already.
  static Travellers on(Box box) {
    Travellers travellers = new Travellers(box);
    travellers.work();
    return travellers;
  }

  void work() {
    resting = false;
    for (int one = 0; one < AT_ONCE; one++) {
      working.add(
          threads.submit(
              () -> {
                while (!resting) {
                  if (hasTravelled()) {
                    done.incrementAndGet();
                  }
                }
              }));
    }
  }

  /// Comes back when nobody writes any more; whatever went wrong for one of them is thrown.
  void rest() {
    resting = true;
    for (Future<?> one : working) {
      try {
        one.get(LONG.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError("a traveller met a failure", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
    working.clear();
  }

  /// A machine with other work may keep a statement longer than a service waits for it: then they
  /// are told to try again, as clients are.
  private boolean hasTravelled() {
    try {
      travel();
      return true;
    } catch (Unavailable e) {
      return false;
    }
  }

  private void travel() {
    UserId user = users.findOrCreate(Persons.somebody(), soon()).user();
    Plan kept = plans.add(user, Trips.trip(), SettableClock.A_MORNING, soon());
    plans.replace(
        user,
        kept.id(),
        OptionalLong.empty(),
        Trips.shorter(Trips.trip()),
        SettableClock.A_MORNING,
        soon());
    Plan given = plans.add(user, Trips.trip(), SettableClock.A_MORNING, soon());
    plans.delete(user, given.id(), OptionalLong.empty(), soon());
    films.request(Videos.newJob(user, SettableClock.A_MORNING), 10, soon());
  }

  /// How often they have done all that.
  int done() {
    return done.get();
  }

  /// Waits until they have done it so many times more.
  void haveDone(int more) {
    int wanted = done.get() + more;
    Eventually.holds(
        "travellers are at work",
        LONG,
        () -> done.get() >= wanted || working.stream().anyMatch(Future::isDone));
  }

  @Override
  public void close() {
    rest();
    threads.close();
    databases.forEach(Database::close);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), CLOCK);
  }
}
