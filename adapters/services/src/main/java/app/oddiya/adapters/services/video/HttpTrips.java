package app.oddiya.adapters.services.video;

import app.oddiya.adapters.http.Answer;
import app.oddiya.adapters.http.Call;
import app.oddiya.adapters.http.Origin;
import app.oddiya.adapters.http.ServiceClient;
import app.oddiya.adapters.web.json.InvalidFields;
import app.oddiya.adapters.web.json.MalformedJson;
import app.oddiya.adapters.web.json.Wire;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.film.TripStop;
import app.oddiya.domain.video.film.TripWeather;
import app.oddiya.domain.video.job.Trips;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plans behind `GET /internal/plans/{id}` of the plan service.
final class HttpTrips implements Trips {

  /// Plans say local times without a zone, and every place that is planned with is in Korea.
  private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

  /// Millimetres in 3 h from which the plan service, too, calls it rain.
  private static final double WET = 1;

  /// Of an id that may stand in a path; whatever else it is, it is no plan.
  private static final String ID = "[A-Za-z0-9_-]{1,64}";

  private final ServiceClient plan;

  HttpTrips(ServiceClient plan) {
    this.plan = plan;
  }

  @Override
  public Optional<TripOutline> find(UserId owner, String planId, Deadline deadline) {
    if (!planId.matches(ID)) {
      return Optional.empty();
    }
    Answer answer =
        ScopedValue.where(Origin.CURRENT, onBehalfOf(owner))
            .call(() -> plan.send(Call.get("/internal/plans/{}", planId), deadline));
    return switch (answer.status()) {
      case 200 -> Optional.of(trip(answer));
      case 404 -> Optional.empty();
      default -> throw answer.unexpected();
    };
  }

  private static TripOutline trip(Answer answer) {
    try {
      return Wire.readAnswer(Plan.class, answer.bytes()).toTrip();
    } catch (MalformedJson | InvalidFields e) {
      throw answer.unexpected();
    }
  }

  private static Origin onBehalfOf(UserId owner) {
    Origin current = Origin.current();
    return new Origin(Optional.of(owner), current.accessToken(), current.requestId());
  }

  /// What a film needs of the plan service's answer.
  private record Plan(
      String title, String language, LocalDate startDate, LocalDate endDate, List<Day> days) {

    TripOutline toTrip() {
      return new TripOutline(
          title,
          Locale.forLanguageTag(language),
          KOREA,
          startDate,
          endDate,
          days.stream().flatMap(day -> day.toStops().stream()).toList(),
          days.stream()
              .filter(day -> day.toWeather().isPresent())
              .collect(
                  Collectors.toUnmodifiableMap(Day::date, day -> day.toWeather().orElseThrow())));
    }
  }

  private record Day(LocalDate date, Optional<Weather> weather, List<Stop> stops) {

    Optional<TripWeather> toWeather() {
      return weather.flatMap(Weather::toWeather);
    }

    List<TripStop> toStops() {
      return stops.stream().map(stop -> stop.on(date)).toList();
    }
  }

  /// A usual month says nothing of how a day was; only a forecast is told.
  private record Weather(
      String kind, Optional<Double> lowC, Optional<Double> highC, Optional<List<Rain>> rain) {

    Optional<TripWeather> toWeather() {
      if (!kind.equals("forecast") || lowC.isEmpty() || highC.isEmpty()) {
        return Optional.empty();
      }
      boolean wet = rain.orElse(List.of()).stream().anyMatch(each -> each.millimetres() >= WET);
      return Optional.of(new TripWeather(lowC.get(), highC.get(), wet));
    }
  }

  private record Rain(double millimetres) {}

  private record Stop(
      String id,
      String name,
      String localName,
      GeoPoint position,
      LocalTime arrive,
      LocalTime depart) {

    TripStop on(LocalDate date) {
      return new TripStop(id, name, localName, date, arrive, depart, position);
    }
  }
}
