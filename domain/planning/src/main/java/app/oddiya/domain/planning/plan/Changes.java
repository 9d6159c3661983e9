package app.oddiya.domain.planning.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What tells two versions of a plan's days apart, to a traveller: which places are visited when,
/// in which order and what for. How a stop was checked, or what the way to it is like, follows from
/// these and is no change of its own.
public final class Changes {

  private Changes() {}

  private record Position(LocalDate date, int index, Stop stop) {}

  /// The differences, day by day; of each day first what is removed, then the rest in the order in
  /// which it would be visited. Of stops that changed places the fewest are moved.
  public static List<Change> between(List<Day> before, List<Day> after) {
    Map<StopId, Position> then = positions(before);
    Map<StopId, Position> now = positions(after);
    Map<LocalDate, Day> oldDays = byDate(before);
    Map<LocalDate, Day> newDays = byDate(after);
    Set<LocalDate> dates = new TreeSet<>(oldDays.keySet());
    dates.addAll(newDays.keySet());

    List<Change> changes = new ArrayList<>();
    for (LocalDate date : dates) {
      for (Stop stop : stops(oldDays, date)) {
        if (!now.containsKey(stop.id())) {
          changes.add(new Change(Change.Op.REMOVE, date, Optional.of(stop), Optional.empty()));
        }
      }
      Set<StopId> unmoved = unmoved(stops(newDays, date), date, then);
      for (Stop stop : stops(newDays, date)) {
        of(stop, date, Optional.ofNullable(then.get(stop.id())), unmoved).ifPresent(changes::add);
      }
    }
    return List.copyOf(changes);
  }

  private static Optional<Change> of(
      Stop stop, LocalDate date, Optional<Position> before, Set<StopId> unmoved) {
    if (before.isEmpty()) {
      return Optional.of(new Change(Change.Op.ADD, date, Optional.empty(), Optional.of(stop)));
    }
    Stop old = before.get().stop();
    if (!unmoved.contains(stop.id())) {
      return Optional.of(new Change(Change.Op.MOVE, date, Optional.of(old), Optional.of(stop)));
    }
    return isSameVisit(old, stop)
        ? Optional.empty()
        : Optional.of(new Change(Change.Op.CHANGE, date, Optional.of(old), Optional.of(stop)));
  }

  private static boolean isSameVisit(Stop one, Stop other) {
    return one.placeId().equals(other.placeId())
        && one.arrive().equals(other.arrive())
        && one.depart().equals(other.depart())
        && one.activity().equals(other.activity())
        && one.locked() == other.locked();
  }

  /// The most stops of a day that were on it before and follow one another as they did: a longest
  /// increasing subsequence of their old places. A day is short, so the plain method does.
  private static Set<StopId> unmoved(List<Stop> stops, LocalDate date, Map<StopId, Position> then) {
    List<Position> stayed =
        stops.stream()
            .flatMap(stop -> Optional.ofNullable(then.get(stop.id())).stream())
            .filter(position -> position.date().equals(date))
            .toList();
    int[] length = new int[stayed.size()];
    int[] previous = new int[stayed.size()];
    for (int i = 0; i < length.length; i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (stayed.get(j).index() < stayed.get(i).index() && length[j] >= length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
    }
    Set<StopId> unmoved = new HashSet<>();
    int longest = Arrays.stream(length).max().orElse(0);
    for (int i = length.length - 1; i >= 0 && longest > 0; i--) {
      if (length[i] == longest) {
        for (int at = i; at >= 0; at = previous[at]) {
          unmoved.add(stayed.get(at).stop().id());
        }
        break;
      }
    }
    return unmoved;
  }

  private static Map<StopId, Position> positions(List<Day> days) {
    Map<StopId, Position> positions = new HashMap<>();
    for (Day day : days) {
      for (int i = 0; i < day.stops().size(); i++) {
        Stop stop = day.stops().get(i);
        positions.put(stop.id(), new Position(day.date(), i, stop));
      }
    }
    return positions;
  }

  private static Map<LocalDate, Day> byDate(List<Day> days) {
    Map<LocalDate, Day> byDate = new HashMap<>();
    days.forEach(day -> byDate.put(day.date(), day));
    return byDate;
  }

  private static List<Stop> stops(Map<LocalDate, Day> days, LocalDate date) {
    return Optional.ofNullable(days.get(date)).map(Day::stops).orElse(List.of());
  }
}
