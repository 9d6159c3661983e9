package app.oddiya.apps.plan.export;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

  private static final List<String> NASTY =
      List.of(
          "경복궁, 그리고; 덕수궁\\n",
          "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:ours",
          "\uD83C\uDF0A".repeat(60),
          "한".repeat(200),
          "tab\tbell\u0007nel\u0085half\uD83Cend\uFFFE",
          "\"quoted\": 'x'");

  @Test
  void everyStopIsAnEventKnownByItsId() {
    List<VEvent> events = read(CalendarFile.of(Stories.plan())).getEvents();

    assertThat(events)
        .extracting(event -> event.getUid().getValue())
        .containsExactly(
            "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002");
    VEvent morning = events.getFirst();
    assertThat(morning.getSummary().getValue()).isEqualTo("Place stop-1");
    assertThat(morning.getDescription().getValue()).isEqualTo("아침\n장소 stop-1\n비");
    assertThat(morning.getLocation().getValue()).isEqualTo("길 stop-1");
    assertThat(morning.getGeo().getLatitude()).isEqualTo(35.11);
    assertThat(morning.getGeo().getLongitude()).isEqualTo(129.05);
    assertThat(morning.getSequence().getValue()).isEqualTo(2);
    assertThat(morning.getDateTimeStamp().getValue()).isEqualTo(Date.from(Stories.CHANGED));
  }

  @Test
  void timesAreKoreanAndAnEveningMayEndTheNextDay() {
    String file = CalendarFile.of(Stories.plan());

    assertThat(file)
        .contains("DTSTART;TZID=Asia/Seoul:20270410T093000\r\n")
        .contains("DTEND;TZID=Asia/Seoul:20270411T003000\r\n")
        .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\n")
        .contains("TZOFFSETTO:+0900\r\n");
    assertThat(read(file).getEvents().getFirst().getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-04-10T00:30:00Z"));
  }

  @Test
  void aPlanWithoutStopsIsAnEmptyCalendar() {
    assertThat(read(CalendarFile.of(Stories.plan(Stories.empty()))).getEvents()).isEmpty();
  }

  @Test
  void whateverATextHoldsItIsReadBackAndAddsNothing() {
    for (String text : NASTY) {
      String file = CalendarFile.of(Stories.saying(text));

      ICalendar calendar = read(file);
      assertThat(calendar.getEvents()).as(text).hasSize(2);
      assertThat(calendar.getEvents().getFirst().getSummary().getValue())
          .isEqualTo(PlainText.of(text));
      assertThat(calendar.getEvents().getFirst().getLocation().getValue())
          .isEqualTo(PlainText.of(text));
    }
  }

  @Test
  void noLineIsLongerThan75BytesAndEveryLineEndsAsItMust() {
    for (String text : NASTY) {
      String file = CalendarFile.of(Stories.saying(text));

      assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
      assertThat(file).endsWith("END:VCALENDAR\r\n");
      assertThat(file.split("\r\n", -1))
          .allSatisfy(
              line ->
                  assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1899-12-31", "9999-12-31"})
  void noDayOfTheCalendarIsTooMuch(String day) {
    assertThat(CalendarFile.of(Stories.on(LocalDate.parse(day)))).contains("BEGIN:VEVENT");
  }

  private static ICalendar read(String file) {
    List<ICalendar> calendars = Biweekly.parse(file).all();
    assertThat(calendars).hasSize(1);
    return calendars.getFirst();
  }
}
