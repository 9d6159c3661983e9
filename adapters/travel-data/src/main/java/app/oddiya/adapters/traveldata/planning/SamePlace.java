package app.oddiya.adapters.traveldata.planning;

import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.place.LocalText;
import app.oddiya.domain.planning.place.OpeningHours;
import app.oddiya.domain.planning.place.Place;
import app.oddiya.domain.planning.place.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Records of several providers as records of one place.
final class SamePlace {

  /// Two records of one name are of one place up to here: providers put their pins at the door, at
  /// the middle or on the street.
  private static final double NEAR = 150;

  /// And up to here if it is a wide place outdoors, of one kind: the pins of a beach or a palace
  /// are at different ends of it.
  private static final double WIDE = 1_000;

  /// A record whose name is a part of the other's is of the same place up to here, if both are of
  /// one kind: `해운대시장` and `부산 해운대시장`.
  private static final double AT_THE_SAME_DOOR = 40;

  private static final int TELLING = 3;

  /// `불국사 [유네스코 세계유산]`, `국립경주박물관(본관)`.
  private static final Pattern REMARK = Pattern.compile("[\\[(][^\\])]*[\\])]");

  private SamePlace() {}

  /// A record and the names that it is compared by.
  record Named(Place place, Set<String> names) {

    static Named of(Place place) {
      return new Named(
          place,
          place
              .names()
              .all()
              .map(name -> Spelling.plain(REMARK.matcher(name).replaceAll("")))
              .filter(name -> !name.isEmpty())
              .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isSameAs(Named other) {
      // Of latitude alone, as there are many pairs: no two places of one name are farther apart.
      if (Math.abs(place.position().lat() - other.place.position().lat()) > 0.01) {
        return false;
      }
      double meters = place.position().metersTo(other.place.position());
      boolean ofAKind = place.category() == other.place.category();
      if (meters <= WIDE && names.stream().anyMatch(other.names::contains)) {
        return meters <= NEAR || (ofAKind && place.setting() != Setting.INDOOR);
      }
      return meters <= AT_THE_SAME_DOOR && ofAKind && isPartOfAName(other);
    }

    private boolean isPartOfAName(Named other) {
      return names.stream()
          .anyMatch(
              name ->
                  other.names.stream().anyMatch(it -> contains(it, name) || contains(name, it)));
    }

    private static boolean contains(String whole, String part) {
      return part.length() >= TELLING && whole.contains(part);
    }
  }

  /// A record with what it lacks filled in from another of the same place: hours, price, picture,
  /// address, translations. Whatever it says itself stays, and it keeps its id and its source.
  static Place filled(Place place, Place other) {
    boolean knowsHours = !(place.hours() instanceof OpeningHours.Unpublished);
    return new Place(
        place.id(),
        names(place.names(), other.names()),
        place.category(),
        place.interests(),
        place.setting(),
        place.position(),
        place.address().or(other::address),
        knowsHours ? place.hours() : other.hours(),
        place.admission().or(other::admission),
        place.typicalMinutes(),
        place.picture().or(other::picture),
        place.source());
  }

  static boolean lacksSomething(Place place) {
    return place.hours() instanceof OpeningHours.Unpublished || place.picture().isEmpty();
  }

  private static LocalText names(LocalText own, LocalText others) {
    Map<Language, String> translations = new EnumMap<>(Language.class);
    translations.putAll(others.translations());
    translations.putAll(own.translations());
    return new LocalText(own.local(), translations);
  }

  /// Each place once, by the record that comes first, in the order of the first records.
  static List<Place> merged(List<Place> byPreference) {
    var merged = new ArrayList<Named>();
    for (Place place : byPreference) {
      Named named = Named.of(place);
      int known = indexOf(merged, named);
      if (known < 0) {
        merged.add(named);
      } else {
        Named first = merged.get(known);
        merged.set(known, new Named(filled(first.place(), place), first.names()));
      }
    }
    return merged.stream().map(Named::place).toList();
  }

  private static int indexOf(List<Named> merged, Named named) {
    for (int i = 0; i < merged.size(); i++) {
      boolean anotherRecord =
          !merged.get(i).place().id().provider().equals(named.place().id().provider());
      if (anotherRecord && merged.get(i).isSameAs(named)) {
        return i;
      }
    }
    return -1;
  }
}
