package app.oddiya.apps.bench.faults;

import app.oddiya.apps.bench.BenchFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A drill from the first order to the last row: customers order, workers are killed, suspended and
/// stopped, stores go away and come back, and in the end the ledger is compared with what is there.
final class Faults {

  private static final int WORKERS = 3;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final List<String> STORES = List.of("database", "queue", "photos");

  /// What happens in a round, in an order of its own each time: every kind, and the death of
  /// workers more often than others.
  private static final List<Fault> ROUND =
      List.of(
          Fault.DEAD_WORKER,
          Fault.DEAD_WORKER,
          Fault.DEAD_WORKER,
          Fault.STOPPED_WORKER,
          Fault.SLEEPING_WORKER,
          Fault.DEAD_SERVICE,
          Fault.STORE_AWAY,
          Fault.SLOW_STORE);

  private enum Fault {
    /// By SIGKILL.
    DEAD_WORKER,
    /// By SIGTERM.
    STOPPED_WORKER,
    /// Suspended past its lease.
    SLEEPING_WORKER,
    /// By SIGKILL.
    DEAD_SERVICE,
    STORE_AWAY,
    SLOW_STORE
  }

  private final Drill drill;
  private final Plan plan;
  private final Consumer<String> log;
  private final Random random;
  private final Ledger ledger = new Ledger();

  /// @param users who order
  /// @param films that each of them orders, which only take their time
  /// @param realFilms that one of them orders beside, all in the same time
  /// @param pause between two orders of one
  /// @param lease how long the lease of a worker is, in this world's time, with the sweeper's rest
  /// @param patience after the last fault, until everything has to have ended
  record Plan(
      int users,
      int films,
      int realFilms,
      Duration pause,
      Duration lease,
      Duration patience,
      long seed) {}

  Faults(Drill drill, Plan plan, Consumer<String> log) {
    this.drill = drill;
    this.plan = plan;
    this.log = log;
    this.random = new Random(plan.seed);
  }

  /// @param backlog how long after the queue's return all that waited for it had been sent
  record Result(Ledger.Verdict verdict, int orders, int deletions, int faults, Duration backlog) {}

  Result run() throws InterruptedException {
    drill.startWorkers(WORKERS);
    log.accept("customers begin to order");
    int faults = 0;
    Duration backlog;
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> customers = new ArrayList<>();
      for (int user = 0; user < plan.users; user++) {
        Customer customer = customer(http, user, Films.stubs());
        customers.add(threads.submit(ordering(customer, plan.films, plan.pause)));
      }
      if (plan.realFilms > 0) {
        Customer customer = customer(http, 0, Films.real());
        Duration pause = plan.pause.multipliedBy(plan.films).dividedBy(plan.realFilms);
        customers.add(threads.submit(ordering(customer, plan.realFilms, pause)));
      }
      backlog = queueAway();
      drill.restartDatabase();
      log.accept("the database was restarted");
      faults += 2;
      do {
        faults += round();
      } while (customers.stream().anyMatch(customer -> !customer.isDone()));
      for (Future<?> customer : customers) {
        customer.get();
      }
    } catch (ExecutionException e) {
      throw new BenchFailure("a customer gave up: " + e.getCause(), e);
    }
    log.accept(ledger.size() + " orders were taken; waiting for the last one to end");
    await("everything has ended", () -> drill.unfinished() == 0 && drill.isSwept());
    return new Result(
        ledger.compare(drill.found()), ledger.size(), ledger.deletions(), faults, backlog);
  }

  private Customer customer(HttpClient http, int user, Films films) {
    String token = drill.tokens().tokens().get(user);
    return new Customer(http, drill.service(), token, films, ledger, random.nextLong());
  }

  private static Callable<Boolean> ordering(Customer customer, int count, Duration pause) {
    return () -> {
      customer.order(count, pause);
      return true;
    };
  }

  /// Orders are taken all the same, and sent soon after its return.
  private Duration queueAway() throws InterruptedException {
    Gate queue = drill.gate("queue");
    queue.shut();
    int before = ledger.size();
    await("orders without the queue", () -> ledger.size() >= before + plan.users);
    int waiting = drill.count(WAITING);
    queue.open();
    long back = System.nanoTime();
    // Orders go on: what was there when it came back is gone when this many have been sent.
    int last = drill.count("select coalesce(max(id), 0) from video_service.outbox");
    await("the backlog", () -> drill.count(WAITING + " and id <= " + last) == 0);
    Duration drained = Duration.ofNanos(System.nanoTime() - back);
    log.accept(
        "the queue was away; %d messages were sent %d ms after its return"
            .formatted(waiting, drained.toMillis()));
    return drained;
  }

  private static final String WAITING =
      "select count(*) from video_service.outbox where topic = 'RENDER'";

  /// @return how many faults
  private int round() throws InterruptedException {
    List<Fault> faults = new ArrayList<>(ROUND);
    Collections.shuffle(faults, random);
    for (Fault fault : faults) {
      happen(fault);
      Thread.sleep(random.nextInt(1_000));
    }
    return faults.size();
  }

  private void happen(Fault fault) throws InterruptedException {
    int worker = drill.workers().get(random.nextInt(drill.workers().size()));
    String store = STORES.get(random.nextInt(STORES.size()));
    log.accept(fault + ": worker " + worker + " or " + store);
    switch (fault) {
      case DEAD_WORKER -> {
        drill.killWorker(worker);
        drill.startWorker(worker);
      }
      case STOPPED_WORKER -> {
        drill.stopWorker(worker);
        drill.startWorker(worker);
      }
      case SLEEPING_WORKER -> {
        drill.suspendWorker(worker);
        Thread.sleep(plan.lease);
        drill.resumeWorker(worker);
      }
      case DEAD_SERVICE -> drill.killService();
      case STORE_AWAY -> {
        drill.gate(store).shut();
        Thread.sleep(1_000 + random.nextInt(3_000));
        drill.gate(store).open();
      }
      case SLOW_STORE -> {
        drill.gate(store).slowDown();
        Thread.sleep(1_000 + random.nextInt(3_000));
        drill.gate(store).open();
      }
    }
  }

  /// @param what is waited for; if it does not come, that is remarked
  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + plan.patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        ledger.remark("waited %s in vain: %s".formatted(plan.patience, what));
        return;
      }
      Thread.sleep(LOOK);
    }
  }
}
