package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.bench.load.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How much later an answer comes through the gateway than from the service itself, both asked at
/// the same steady rate, in rounds that take turns.
final class AddedLatency {

  private final double percent;
  private final List<Double> direct = new ArrayList<>();
  private final List<Double> through = new ArrayList<>();

  private AddedLatency(double percent) {
    this.percent = percent;
  }

  /// @param percents which percentiles
  /// @return one for each
  static List<AddedLatency> measure(
      Load service, Load gateway, double perSecond, int rounds, int requests, double... percents)
      throws IOException {
    List<AddedLatency> all = new ArrayList<>();
    for (double percent : percents) {
      all.add(new AddedLatency(percent));
    }
    for (int round = 0; round < rounds; round++) {
      long[] direct = service.open(requests, perSecond);
      long[] through = gateway.open(requests, perSecond);
      all.forEach(latency -> latency.add(direct, through));
    }
    return all;
  }

  private void add(long[] directNanos, long[] throughNanos) {
    direct.add(Statistics.percentile(directNanos, percent) / 1e6);
    through.add(Statistics.percentile(throughNanos, percent) / 1e6);
  }

  /// The middle of the rounds' differences, in milliseconds, beside the service's own.
  Figure atMost(double bar) {
    List<Double> added = new ArrayList<>();
    for (int i = 0; i < direct.size(); i++) {
      added.add(through.get(i) - direct.get(i));
    }
    String name = "added latency p%.0f at half load".formatted(percent);
    return Figure.atMost(bar, name, Statistics.median(added), "ms")
        .beside("direct to upstream", Statistics.median(direct));
  }
}
