package app.oddiya.adapters.http;

import java.util.concurrent.atomic.AtomicInteger;

/// Keeps retries below a tenth of the calls: every call earns a tenth of a retry, and at most ten
/// are kept for later. When a service is down its callers then add 10 % to its load, not 100 %.
///
/// Nothing is given in advance, so that the share holds from the first call on.
public final class RetryBudget {

  private static final int PRICE = 10;
  private static final int MOST = 10 * PRICE;

  private final AtomicInteger earned = new AtomicInteger();

  /// Counts a call.
  public void earn() {
    earned.updateAndGet(tenths -> Math.min(MOST, tenths + 1));
  }

  /// Takes one retry out of the budget, if it is there.
  public boolean spend() {
    return earned.getAndUpdate(tenths -> tenths >= PRICE ? tenths - PRICE : tenths) >= PRICE;
  }
}
