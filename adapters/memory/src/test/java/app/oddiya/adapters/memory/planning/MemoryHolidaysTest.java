package app.oddiya.adapters.memory.planning;

import app.oddiya.domain.planning.place.DayKind;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.testkit.contract.HolidaysContract;
import java.time.LocalDate;

class MemoryHolidaysTest implements HolidaysContract {

  @Override
  public Holidays holidays() {
    return new MemoryHolidays(2027)
        .declare(LocalDate.parse("2027-03-01"), DayKind.PUBLIC_HOLIDAY)
        .declare(LocalDate.parse("2027-02-06"), DayKind.BESIDE_SEOLLAL_OR_CHUSEOK)
        .declare(LocalDate.parse("2027-02-07"), DayKind.SEOLLAL_OR_CHUSEOK)
        .declare(LocalDate.parse("2027-09-15"), DayKind.SEOLLAL_OR_CHUSEOK)
        .declare(LocalDate.parse("2027-09-16"), DayKind.BESIDE_SEOLLAL_OR_CHUSEOK);
  }
}
