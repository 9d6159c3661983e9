package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.plan.Leg;
import app.oddiya.domain.planning.plan.TravelMode;
import app.oddiya.domain.planning.routing.TravelMatrix;
import app.oddiya.domain.planning.routing.TravelTimes;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ways by car as Kakao Mobility finds them, where people would take a car; every other way, and
/// every one that it does not answer for in time, is estimated and says so.
///
/// There are as many ways as there are pairs, too many to ask for: from each point those to the
/// nearest others are, in one call, since most ways of a day are short. What is left of the calls
/// goes to the shortest of the long ones.
final class KakaoTravelTimes implements TravelTimes {

  private static final Logger LOG = LoggerFactory.getLogger(KakaoTravelTimes.class);

  private static final int MOST_CALLS = 40;
  private static final int AT_ONCE = 8;

  /// All of the calls together. An estimate is no disaster.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// A way that is so much shorter than the crow flies is none between these two points.
  private static final double SHORTER_THAN_THE_CROW = 0.9;

  private final TravelTimes estimates;
  private final KakaoMobility kakao;
  private final InstantSource clock;

  KakaoTravelTimes(TravelTimes estimates, KakaoMobility kakao, InstantSource clock) {
    this.estimates = estimates;
    this.kakao = kakao;
    this.clock = clock;
  }

  /// The ways from one point to others, asked for in one call.
  private record Question(int from, List<Integer> to, boolean far) {}

  @Override
  public TravelMatrix between(List<GeoPoint> points, Deadline deadline) {
    TravelMatrix estimated = estimates.between(points, deadline);
    List<Question> questions = questions(points, estimated);
    if (questions.isEmpty()) {
      return estimated;
    }
    Deadline patient = deadline.atMost(PATIENCE, clock);
    List<Map<Integer, KakaoMobility.Route>> answers =
        Errands.all(questions, AT_ONCE, question -> ask(question, points, patient));
    List<List<Leg>> legs = new ArrayList<>();
    for (int from = 0; from < points.size(); from++) {
      legs.add(new ArrayList<>(estimated.legs().get(from)));
    }
    for (int i = 0; i < questions.size(); i++) {
      int from = questions.get(i).from();
      answers
          .get(i)
          .forEach(
              (to, route) -> {
                double crow = points.get(from).metersTo(points.get(to));
                if (route.meters() >= crow * SHORTER_THAN_THE_CROW) {
                  legs.get(from).set(to, leg(route, crow));
                }
              });
    }
    return new TravelMatrix(legs);
  }

  private static List<Question> questions(List<GeoPoint> points, TravelMatrix estimated) {
    List<Question> questions = new ArrayList<>();
    for (int from = 0; from < points.size() && questions.size() < MOST_CALLS; from++) {
      List<Integer> near =
          byCar(from, points, estimated)
              .filter(way -> way.meters() <= KakaoMobility.WIDEST)
              .limit(KakaoMobility.MOST_DESTINATIONS)
              .map(Way::to)
              .toList();
      if (!near.isEmpty()) {
        questions.add(new Question(from, near, false));
      }
    }
    if (questions.size() < MOST_CALLS) {
      IntStream.range(0, points.size())
          .boxed()
          .flatMap(from -> byCar(from, points, estimated))
          .filter(way -> way.meters() > KakaoMobility.WIDEST)
          .sorted(Comparator.comparingDouble(Way::meters))
          .limit(MOST_CALLS - questions.size())
          .forEach(way -> questions.add(new Question(way.from(), List.of(way.to()), true)));
    }
    return questions;
  }

  /// A way and how far it is as the crow flies.
  private record Way(int from, int to, double meters) {}

  /// The ways from a point that people take a car for, the shortest first.
  private static Stream<Way> byCar(int from, List<GeoPoint> points, TravelMatrix estimated) {
    return IntStream.range(0, points.size())
        .filter(to -> estimated.leg(from, to).mode() == TravelMode.CAR)
        .mapToObj(to -> new Way(from, to, points.get(from).metersTo(points.get(to))))
        .sorted(Comparator.comparingDouble(Way::meters));
  }

  /// What is found; nothing if there is no answer.
  private Map<Integer, KakaoMobility.Route> ask(
      Question question, List<GeoPoint> points, Deadline deadline) {
    GeoPoint from = points.get(question.from());
    try {
      if (question.far()) {
        int to = question.to().getFirst();
        Map<Integer, KakaoMobility.Route> found = new HashMap<>();
        kakao.route(from, points.get(to), deadline).ifPresent(route -> found.put(to, route));
        return found;
      }
      Map<Integer, GeoPoint> destinations = new LinkedHashMap<>();
      question.to().forEach(to -> destinations.put(to, points.get(to)));
      return kakao.routes(from, destinations, deadline);
    } catch (Unavailable noAnswer) {
      LOG.atDebug()
          .addKeyValue("event", "route_estimated")
          .addKeyValue("reason", String.valueOf(noAnswer.getCause()))
          .log("ways by car are estimated, as nobody answers");
      return Map.of();
    }
  }

  private static Leg leg(KakaoMobility.Route route, double crow) {
    return new Leg(
        TravelMode.CAR,
        Math.ceilDiv(route.seconds(), 60),
        Math.max(route.meters(), (int) Math.ceil(crow)),
        false);
  }
}
