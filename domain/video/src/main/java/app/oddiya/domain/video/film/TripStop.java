package app.oddiya.domain.video.film;

import app.oddiya.domain.shared.GeoPoint;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// One stop of the trip that a film tells of, copied from its plan when the film was asked for.
///
/// @param id the stop's id in its plan
/// @param name romanised or translated, where a source has it
/// @param localName in the place's own writing
/// @param date on which the stop begins
/// @param arrive local time of the trip
/// @param depart local time of the trip; before `arrive` it is the next day's
public record TripStop(
    String id,
    String name,
    String localName,
    LocalDate date,
    LocalTime arrive,
    LocalTime depart,
    GeoPoint position) {

  public LocalDateTime begins() {
    return date.atTime(arrive);
  }

  public LocalDateTime ends() {
    return depart.isBefore(arrive) ? date.plusDays(1).atTime(depart) : date.atTime(depart);
  }
}
