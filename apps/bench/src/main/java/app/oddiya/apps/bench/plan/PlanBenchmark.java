package app.oddiya.apps.bench.plan;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Trip requests with hard constraints through the whole of llm-agent, without any key of a
/// provider of places: first the optimizer writes the plans, then a model that lies chooses.
///
/// Every draft is judged by its request and the catalogue. Of an impossible request every kind of
/// conflict that it is labelled with has to be told, and every relaxation is made to it and asked
/// for. Times are those of later rounds, as the JVM is cold in the first.
public final class PlanBenchmark implements Benchmark {

  private static final int TIMED_ROUNDS = 3;

  private static final double PERCENT_BROKEN = 5;
  private static final double OWN_MILLIS = 60;
  private static final double FIRST_EVENT_MILLIS = 100;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String summary() {
    return "plans of a collection of trip requests: true, within limits, in time; about 2 minutes";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("bench plan takes no options");
    }
    List<TripRequest> requests = TripRequest.read(bench.root());
    Judge judge = new Judge(bench.root());
    List<Figure> figures = new ArrayList<>(byOptimizer(bench, requests, judge));
    figures.addAll(withALyingModel(bench, requests, judge));
    return figures;
  }

  private static List<Figure> byOptimizer(Bench bench, List<TripRequest> requests, Judge judge) {
    bench.say("starting llm-agent");
    try (LlmAgent agent = LlmAgent.start(bench, bench.home().root(), Map.of())) {
      var tally = new Tally(bench, agent, judge, "");
      requests.forEach(tally::judge);
      List<Double> own = new ArrayList<>();
      List<Double> first = new ArrayList<>();
      double cpu = agent.cpuSeconds();
      for (int round = 0; round < TIMED_ROUNDS; round++) {
        for (TripRequest request : requests) {
          LlmAgent.Result result = agent.generate(request.body());
          first.add(result.firstEventMillis());
          if (request.isFeasible()) {
            own.add(result.millis());
          }
        }
      }
      bench.tell(
          "%.1f ms of CPU a request, impossible ones included"
              .formatted((agent.cpuSeconds() - cpu) * 1000 / first.size()));
      List<Figure> figures = new ArrayList<>(tally.figures());
      figures.add(Figure.atMost(OWN_MILLIS, "plan generation, p50", Statistics.median(own), "ms"));
      figures.add(
          Figure.atMost(
              FIRST_EVENT_MILLIS, "first SSE event, p50", Statistics.median(first), "ms"));
      return figures;
    }
  }

  private static List<Figure> withALyingModel(
      Bench bench, List<TripRequest> requests, Judge judge) {
    bench.say("starting llm-agent with a model that lies");
    try (Redis spending =
            Redis.start(bench.home(), "redis-sessions", Redis.Use.SESSIONS, Ports.free());
        LyingModel model = LyingModel.start();
        LlmAgent agent =
            LlmAgent.start(
                bench,
                bench.home().root(),
                Map.of(
                    "ODDIYA_REDIS_SESSIONS_URL",
                    spending.url().toString(),
                    "ODDIYA_BEDROCK_REGION",
                    "ap-northeast-2",
                    "ODDIYA_BEDROCK_ENDPOINT",
                    model.endpoint(),
                    "ODDIYA_AWS_ACCESS_KEY_ID",
                    "bench",
                    "ODDIYA_AWS_SECRET_ACCESS_KEY",
                    "bench",
                    "ODDIYA_LLM_AGENT_TRAVELLER_DAY_CENTS",
                    "100000",
                    "ODDIYA_LLM_AGENT_TRAVELLER_DAY_TOKENS",
                    "1000000000",
                    "ODDIYA_LLM_AGENT_DAY_CENTS",
                    "100000",
                    "ODDIYA_LLM_AGENT_DAY_TOKENS",
                    "1000000000"))) {
      var tally = new Tally(bench, agent, judge, ", lying model");
      requests.forEach(tally::judge);
      if (!model.problems().isEmpty()) {
        throw new BenchFailure("AWS would refuse: " + model.problems().getFirst());
      }
      bench.tell(
          "the lying model was asked %d times, and had a part in %d plans"
              .formatted(model.turns(), tally.byModel));
      if (model.turns() == 0) {
        throw new BenchFailure("nobody asked the model");
      }
      return tally.figures();
    }
  }

  /// What the drafts were worth.
  private static final class Tally {
    private final Bench bench;
    private final LlmAgent agent;
    private final Judge judge;
    private final String writer;
    private int byModel;
    private int feasible;
    private int broken;
    private int impossible;
    private int unexplained;
    private int useless;
    private int relaxations;
    private long invented;
    private int stops;

    /// @param writer behind the names of the figures: who chose
    Tally(Bench bench, LlmAgent agent, Judge judge, String writer) {
      this.bench = bench;
      this.agent = agent;
      this.judge = judge;
      this.writer = writer;
    }

    void judge(TripRequest request) {
      LlmAgent.Result result = agent.generate(request.body());
      if (request.isFeasible()) {
        feasible++;
        List<String> complaints = complaints(request.body(), result);
        broken += complaints.isEmpty() ? 0 : 1;
        say(request, complaints.isEmpty() ? "holds" : "BREAKS " + complaints);
        return;
      }
      impossible++;
      List<String> kinds =
          result
              .last()
              .path("conflicts")
              .valueStream()
              .map(conflict -> conflict.get("kind").asString())
              .toList();
      boolean explained = !result.drafted() && kinds.containsAll(request.conflicts());
      unexplained += explained ? 0 : 1;
      say(request, (explained ? "explained: " : "NOT EXPLAINED: ") + kinds);
      for (JsonNode relaxation : result.last().path("relaxations")) {
        judge(request, relaxation);
      }
    }

    private void judge(TripRequest request, JsonNode relaxation) {
      relaxations++;
      JsonNode relaxed = Patch.apply(relaxation.get("patch"), request.body());
      List<String> complaints = complaints(relaxed, agent.generate(relaxed));
      useless += complaints.isEmpty() ? 0 : 1;
      String detail = relaxation.get("detail").asString();
      say(
          request,
          complaints.isEmpty() ? "  or: " + detail : "  NO USE: " + detail + " " + complaints);
    }

    private List<String> complaints(JsonNode request, LlmAgent.Result result) {
      if (!result.drafted()) {
        return List.of("no draft: " + result.last());
      }
      byModel += result.last().path("source").asString().equals("model") ? 1 : 0;
      invented += judge.invented(result.last());
      stops += Judge.stops(result.last()).size();
      return judge.complaints(request, result.last());
    }

    private void say(TripRequest request, String what) {
      bench.tell(request.name() + ": " + what);
    }

    List<Figure> figures() {
      bench.tell(
          "%d feasible requests, %d impossible ones with %d relaxations, %d stops"
              .formatted(feasible, impossible, relaxations, stops));
      return List.of(
          Figure.atMost(0, "invented places" + writer, (double) invented, "stops"),
          Figure.atMost(
              PERCENT_BROKEN, "feasible requests not met" + writer, 100.0 * broken / feasible, "%"),
          Figure.atMost(
              0,
              "impossible requests not explained" + writer,
              100.0 * unexplained / impossible,
              "%"),
          Figure.atMost(0, "relaxations that do not help" + writer, useless, "relaxations"));
    }
  }
}
