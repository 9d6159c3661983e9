package app.oddiya.domain.planning.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A stay at a place with opening hours, judged.
///
/// Windows of the day before may reach into the stay, and a stay past midnight needs those of the
/// day after: all are laid on one line of minutes, counted from the midnight of `date`.
record Stay(OpeningHours hours, LocalDate date, int arrive, int depart, Holidays holidays) {

  private static final int DAY = 1440;

  /// A window and the midnight that it counts from.
  private record Laid(Window window, int midnight) {

    int open() {
      return window.open() + midnight;
    }

    int close() {
      return window.close() + midnight;
    }

    boolean holds(int minute) {
      return open() <= minute && minute < close();
    }

    boolean admits(int minute) {
      return holds(minute) && minute < window.lastAdmission().orElse(window.close()) + midnight;
    }
  }

  Openness openness() {
    DayHours today = hours.on(date, holidays);
    List<Laid> laid = laid();
    Optional<Laid> admitting = laid.stream().filter(each -> each.admits(arrive)).findFirst();
    if (admitting.isPresent() && isOpenUntilDeparture(laid)) {
      return new Openness.Open(admitting.get().window());
    }
    if (admitting.isEmpty()) {
      Optional<Laid> shut = laid.stream().filter(each -> each.holds(arrive)).findFirst();
      if (shut.isPresent()) {
        return new Openness.AfterLastAdmission(shut.get().window());
      }
    }
    return switch (today) {
      case DayHours.Open(var windows) ->
          depart > DAY && hours.on(date.plusDays(1), holidays) instanceof DayHours.Unknown(var why)
              ? new Openness.Unknown(why)
              : new Openness.OutsideHours(windows);
      case DayHours.Closed() -> new Openness.ClosedThatDay();
      case DayHours.Unknown(var why) -> new Openness.Unknown(why);
    };
  }

  private List<Laid> laid() {
    List<Laid> laid = new ArrayList<>();
    for (int offset = -1; offset <= (depart > DAY ? 1 : 0); offset++) {
      if (hours.on(date.plusDays(offset), holidays) instanceof DayHours.Open(var windows)) {
        for (Window window : windows) {
          laid.add(new Laid(window, offset * DAY));
        }
      }
    }
    laid.sort(Comparator.comparingInt(Laid::open));
    return laid;
  }

  private boolean isOpenUntilDeparture(List<Laid> laid) {
    int openUntil = arrive;
    for (Laid each : laid) {
      if (each.open() <= openUntil) {
        openUntil = Math.max(openUntil, each.close());
      }
    }
    return depart <= openUntil;
  }
}
