package app.oddiya.domain.planning.plan;

import app.oddiya.domain.planning.place.Category;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.Picture;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.PlaceId;
import app.oddiya.domain.planning.place.Source;
import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.shared.Money;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// A visit to a place: when, what for, how one gets there, and what was checked about it.
///
/// @param name for readers of the plan's language
/// @param localName the provider's
/// @param depart before `arrive` it is the next day's; a stop belongs to the day it begins on
/// @param activity one sentence in the plan's language
/// @param locked a revision leaves it as it is
/// @param cost admission of the whole party; empty if no source names a price
/// @param legFromPrevious empty for the first stop of a day that starts at no lodging
public record Stop(
    StopId id,
    PlaceId placeId,
    Source source,
    String name,
    String localName,
    Category category,
    GeoPoint position,
    Optional<String> address,
    LocalTime arrive,
    LocalTime depart,
    String activity,
    boolean locked,
    Optional<Money> cost,
    Optional<Leg> legFromPrevious,
    Optional<Picture> picture,
    Checks checks) {

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  /// The same stop, which a revision leaves as it is.
  public Stop asLocked() {
    return new Stop(
        id,
        placeId,
        source,
        name,
        localName,
        category,
        position,
        address,
        arrive,
        depart,
        activity,
        true,
        cost,
        legFromPrevious,
        picture,
        checks);
  }

  /// How long the visit is; one past midnight ends on the next day.
  public int minutes() {
    return Math.floorMod(ChronoUnit.MINUTES.between(arrive, depart), MINUTES_OF_A_DAY);
  }

  /// What the stop tells of its place: neither hours nor price nor what it offers.
  public Place place() {
    return Place.outlined(
        placeId,
        new LocalText(localName, Map.of()),
        category,
        position,
        address.map(text -> new LocalText(text, Map.of())),
        source);
  }
}
