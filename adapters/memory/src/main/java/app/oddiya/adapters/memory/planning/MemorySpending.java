package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.agent.Spending;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What models cost, counted in memory, and can be taken down. Deadlines are not looked at. Safe
/// for concurrent use.
public final class MemorySpending implements Spending {

  private static final long SECONDS_OF_A_DAY = 86_400;

  private final Caps caps;
  private final Map<Account, Amount> spent = new HashMap<>();
  private boolean down;

  public MemorySpending(Caps caps) {
    this.caps = caps;
  }

  /// @param traveller empty for all together
  private record Account(Optional<UserId> traveller, long day) {}

  /// From now on nothing can be counted.
  public synchronized void goDown() {
    down = true;
  }

  /// What a traveller has spent or reserved on a day.
  public synchronized Amount spentBy(UserId traveller, Instant day) {
    return spent(new Account(Optional.of(traveller), day(day)));
  }

  @Override
  public synchronized Grant reserve(UserId traveller, Amount most, Instant now, Deadline deadline) {
    answer();
    var each = new Account(Optional.of(traveller), day(now));
    var all = new Account(Optional.empty(), day(now));
    if (exceeds(each, most, caps.each()) || exceeds(all, most, caps.all())) {
      return new Grant.Exhausted();
    }
    add(each, most.microUsd(), most.tokens());
    add(all, most.microUsd(), most.tokens());
    return new Grant.Reserved(new Reservation(traveller, day(now), most));
  }

  @Override
  public synchronized void settle(Reservation reservation, Amount used, Deadline deadline) {
    answer();
    long microUsd = used.microUsd() - reservation.amount().microUsd();
    long tokens = used.tokens() - reservation.amount().tokens();
    var all = new Account(Optional.empty(), reservation.day());
    if (spent.containsKey(all)) {
      add(new Account(Optional.of(reservation.traveller()), reservation.day()), microUsd, tokens);
      add(all, microUsd, tokens);
    }
  }

  private boolean exceeds(Account account, Amount more, Amount cap) {
    Amount spent = spent(account);
    return spent.microUsd() + more.microUsd() > cap.microUsd()
        || spent.tokens() + more.tokens() > cap.tokens();
  }

  private void add(Account account, long microUsd, long tokens) {
    Amount before = spent(account);
    spent.put(account, new Amount(before.microUsd() + microUsd, before.tokens() + tokens));
  }

  private Amount spent(Account account) {
    return spent.getOrDefault(account, new Amount(0, 0));
  }

  private void answer() {
    if (down) {
      throw new Unavailable("spending", new IllegalStateException("told to be down"));
    }
  }

  private static long day(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), SECONDS_OF_A_DAY);
  }
}
