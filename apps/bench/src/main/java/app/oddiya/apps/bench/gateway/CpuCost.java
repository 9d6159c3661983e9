package app.oddiya.apps.bench.gateway;

import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.bench.Subject;
import app.oddiya.apps.bench.load.Load;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What requests cost a subject, asked in two ways that tell different things.
///
/// At full load, where each connection asks again as soon as it is answered, a server finds much to
/// do whenever it looks, and the more so the faster it is itself. At a steady rate, the same for
/// all, it is woken up for each request, and that is most of what a quick server costs.
final class CpuCost {

  private static final int FIRST_CONNECTIONS = 4;
  private static final int FIRST_REQUESTS = 3_000;

  private final Subject subject;
  private final List<byte[]> requests;
  private final List<Double> atFullLoad = new ArrayList<>();
  private final List<Double> atRate = new ArrayList<>();
  private final List<Double> perSecond = new ArrayList<>();

  CpuCost(Subject subject, List<byte[]> requests) {
    this.subject = subject;
    this.requests = requests;
  }

  Subject subject() {
    return subject;
  }

  /// Begins with a few clients: a JVM that has just started is to compile first what all at once
  /// would have to wait for.
  void warmUp(int count) throws IOException {
    try (Load load = Load.open(subject.address(), FIRST_CONNECTIONS, requests)) {
      load.closed(FIRST_REQUESTS);
    }
    try (Load load = open()) {
      load.closed(count);
    }
  }

  /// Asks as fast as it answers.
  ///
  /// @return CPU milliseconds per 1,000 requests
  double measureFullLoad(int count) throws IOException {
    try (Load load = open()) {
      double before = subject.usage().cpuSeconds();
      perSecond.add(count / (load.closed(count).toNanos() / 1e9));
      return noted(atFullLoad, before, count);
    }
  }

  /// Asks at a steady rate, or as fast as it answers if it cannot keep up with that.
  ///
  /// @return CPU milliseconds per 1,000 requests
  double measureAt(double rate, int count) throws IOException {
    try (Load load = open()) {
      double before = subject.usage().cpuSeconds();
      load.open(count, rate);
      return noted(atRate, before, count);
    }
  }

  private double noted(List<Double> costs, double before, int count) {
    double millis = (subject.usage().cpuSeconds() - before) * 1e6 / count;
    costs.add(millis);
    return millis;
  }

  /// How many requests it answers in a second of full load.
  double perSecond() {
    return Statistics.median(perSecond);
  }

  /// What this costs beside another, in two ways.
  List<Figure> beside(CpuCost other, double bar, double rate) {
    return List.of(
        figure("at full load", atFullLoad, other.atFullLoad, other, bar),
        figure("at %.0f a second".formatted(rate), atRate, other.atRate, other, bar));
  }

  private static Figure figure(
      String how, List<Double> own, List<Double> others, CpuCost other, double bar) {
    Figure.Peer peer = new Figure.Peer(other.subject.name(), Statistics.median(others));
    String name = "CPU per 1,000 requests " + how;
    return Figure.atMostTimes(bar, name, Statistics.median(own), "ms", peer);
  }

  /// New ones each time: those of the last may have been closed for being idle.
  private Load open() throws IOException {
    return Load.open(subject.address(), Requests.CONNECTIONS, requests);
  }
}
