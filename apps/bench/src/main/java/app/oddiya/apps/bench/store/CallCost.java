package app.oddiya.apps.bench.store;

import app.oddiya.apps.bench.Statistics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// What calls cost on the thread that makes them, in rounds that take turns.
final class CallCost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Work work;
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> clock = new ArrayList<>();

  /// One call.
  interface Work {
    void call() throws Exception;
  }

  CallCost(Work work) {
    this.work = work;
  }

  void round(int calls) throws Exception {
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      work.call();
    }
    clock.add((System.nanoTime() - before) / 1e3 / calls);
    cpu.add((THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e3 / calls);
  }

  /// Forgets what was measured while nothing was compiled yet.
  CallCost warmedUp(int calls) throws Exception {
    round(calls);
    cpu.clear();
    clock.clear();
    return this;
  }

  /// CPU microseconds of a call: the median of the rounds.
  double cpuMicros() {
    return Statistics.median(cpu);
  }

  /// Microseconds of a call by the clock: the median of the rounds.
  double micros() {
    return Statistics.median(clock);
  }
}
