package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.bench.load.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What requests cost a subject.
final class CpuCost {

  private static final int FIRST_CONNECTIONS = 4;
  private static final int FIRST_REQUESTS = 3_000;

  private final Subject subject;
  private final List<byte[]> requests;
  private final List<Double> millisPerThousand = new ArrayList<>();

  CpuCost(Subject subject, List<byte[]> requests) {
    this.subject = subject;
    this.requests = requests;
  }

  Subject subject() {
    return subject;
  }

  /// Asks a few thousand times over a few connections: a JVM that has just started is to compile
  /// first what 64 clients at once would have to wait for.
  void begin() throws IOException {
    try (Load load = Load.open(subject.address(), FIRST_CONNECTIONS, requests)) {
      load.closed(FIRST_REQUESTS);
    }
  }

  /// Asks as fast as it answers.
  ///
  /// @return requests a second
  double atFullLoad(int count) throws IOException {
    try (Load load = open()) {
      return count / (load.closed(count).toNanos() / 1e9);
    }
  }

  /// Asks at a steady rate: were each asked as fast as it can, the fastest would find the most to
  /// do whenever it wakes up, and so the least to do for each request.
  ///
  /// @return CPU milliseconds per 1,000 requests
  double measure(int count, double perSecond) throws IOException {
    try (Load load = open()) {
      double before = subject.usage().cpuSeconds();
      load.open(count, perSecond);
      double seconds = subject.usage().cpuSeconds() - before;
      double millis = seconds * 1e3 / (count / 1e3);
      millisPerThousand.add(millis);
      return millis;
    }
  }

  /// The median of all rounds.
  double millisPerThousand() {
    return Statistics.median(millisPerThousand);
  }

  /// New ones each time: those of the last may have been closed for being idle.
  private Load open() throws IOException {
    return Load.open(subject.address(), Requests.CONNECTIONS, requests);
  }
}
