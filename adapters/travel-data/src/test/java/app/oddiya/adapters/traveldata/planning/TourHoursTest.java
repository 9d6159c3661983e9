package app.oddiya.adapters.traveldata.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.planning.place.DayHours;
import app.oddiya.domain.planning.place.Evidence;
import app.oddiya.domain.planning.place.Holidays;
import app.oddiya.domain.planning.place.OpeningHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TourHoursTest {

  private static final Evidence EVIDENCE =
      new Evidence(List.of("https://example.org"), "2026-11-28", Optional.of("2025-11-12"));
  private static final Holidays HOLIDAYS = PublishedHolidays.read();

  /// What is said of a Monday, a Tuesday and a Saturday in July, and of a Tuesday in January, none
  /// of them a holiday. `?` is not known, `x` closed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "09:00~18:00 | 매주 월요일 | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "09:00 ~ 18:00 | 월요일 | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "09:00-18:00 | 연중무휴 | 09:00-18:00 | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "09:30～17:30<br> | 연중 무휴 | 09:30-17:30 | 09:30-17:30 | 09:30-17:30 | 09:30-17:30",
        "10:00~18:00 (입장마감 17:30) | 매주 월요일 | x | 10:00-18:00/17:30 | 10:00-18:00/17:30 | 10:00-18:00/17:30",
        "10:00~18:00<br />※ 입장 마감 17:00 | 월요일 | x | 10:00-18:00/17:00 | 10:00-18:00/17:00 | 10:00-18:00/17:00",
        "10:00~18:00 (관람 종료 1시간 전까지 입장) | 월요일 | x | 10:00-18:00/17:00 | 10:00-18:00/17:00 | 10:00-18:00/17:00",
        "9시~18시 | 매주 월요일 | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "이용시간 : 11:00~22:00 | 연중무휴 | 11:00-22:00 | 11:00-22:00 | 11:00-22:00 | 11:00-22:00",
        "17:00~02:00 | 매주 일요일 | 17:00-26:00 | 17:00-26:00 | 17:00-26:00 | 17:00-26:00",
        "평일 09:00~18:00<br>주말 10:00~20:00 | 연중무휴 | 09:00-18:00 | 09:00-18:00 | 10:00-20:00 | 09:00-18:00",
        "화~금 09:00~18:00, 토요일 09:00~21:00 | 매주 월요일 | x | 09:00-18:00 | 09:00-21:00 | 09:00-18:00",
        "하절기(3월~10월) 09:00~18:00<br>동절기(11월~2월) 09:00~17:00 | 매주 월요일 | x | 09:00-18:00 | 09:00-18:00 | 09:00-17:00",
        "[1월~2월/11월~12월]<br>09:00~17:00 (입장마감 16:00)<br>[3월~5월/9월~10월]<br>09:00~18:00 (입장마감 17:00)<br>[6월~8월] 09:00~18:30 (입장마감 17:30) | 매주 화요일 <br>※ 단, 정기휴일이 공휴일 및 대체공휴일과 겹칠 경우에는 개방하며, 그 다음의 첫 번째 비공휴일이 정기휴일임 | 09:00-18:30/17:30 | x | 09:00-18:30/17:30 | x",
        "- 1~2월 06:00~18:00 (매표마감 17:00)<br>- 3~12월 05:00~19:00 | 연중무휴 | 05:00-19:00 | 05:00-19:00 | 05:00-19:00 | 06:00-18:00/17:00",
        "09:00~18:00 | 매주 월요일, 1월 1일, 설날·추석 당일 | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "09:00~18:00 | 매주 월요일 / 1월 1일 / 설·추석 | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "09:00~18:00 | 월·화요일 | x | x | 09:00-18:00 | x",
        "09:00~18:00 | 매주 월요일, 화요일 | x | x | 09:00-18:00 | x",
        "09:00~18:00 | 매주 토요일~일요일 / 법정공휴일 | 09:00-18:00 | 09:00-18:00 | x | 09:00-18:00",
        "09:00~18:00 | 매월 둘째, 넷째 화요일 | 09:00-18:00 | x | 09:00-18:00 | 09:00-18:00",
        "09:00~18:00 | 매주 월요일(월요일이 공휴일인 경우 그 다음날 휴관) | x | 09:00-18:00 | 09:00-18:00 | 09:00-18:00",
        "상시 개방 | 연중무휴 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00",
        "상시개방<br /> | '' | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00",
        "24시간 | 연중무휴 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00 | 00:00-24:00",
      })
  void whatCannotBeMistakenIsTakenOver(
      String times,
      String closures,
      String monday,
      String tuesday,
      String saturday,
      String winterTuesday) {
    OpeningHours hours = TourHours.read(times, closures, EVIDENCE);

    assertThat(on(hours, "2026-07-13")).isEqualTo(monday);
    assertThat(on(hours, "2026-07-14")).isEqualTo(tuesday);
    assertThat(on(hours, "2026-07-18")).isEqualTo(saturday);
    assertThat(on(hours, "2026-01-20")).isEqualTo(winterTuesday);
    assertThat(hours.evidence()).contains(EVIDENCE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 연중무휴",
        "09:00~18:00 | ''",
        "24시간 | ''",
        "상시 개방 | 매주 월요일",
        "09:00~18:00 | 홈페이지 참조",
        "09:00~18:00 | 업체 문의",
        "09:00~18:00 | 매주 월요일 (하절기 제외)",
        "09:00~18:00 | 설날",
        "09:00~18:00 | 부정기 휴무",
        "09:00~18:00 | 매주 월요일(공휴일인 경우 개관)",
        "09:00~18:00 | 2월 30일",
        "09:00~18:00 (점심시간 12:00~13:00) | 연중무휴",
        "11:00~21:00 (브레이크타임 15:00~17:00) | 연중무휴",
        "09:00~12:00 / 13:00~18:00 | 연중무휴",
        "하절기 09:00~18:00 / 동절기 09:00~17:00 | 연중무휴",
        "일출~일몰 | 연중무휴",
        "09:00~일몰 | 연중무휴",
        "오전 9시부터 | 연중무휴",
        "실내 09:00~18:00 / 실외 상시 | 연중무휴",
        "09:00~18:00, 토요일 09:00~13:00 | 연중무휴",
        "09:00~18:00 3월~5월 10:00~19:00 | 연중무휴",
        "25:00~26:00 | 연중무휴",
        "09:70~18:00 | 연중무휴",
        "09:00~18:00 (입장마감 19:00) | 연중무휴",
        "13월~15월 09:00~18:00 13월~16월 10:00~18:00 | 연중무휴",
        "시설별 상이 | 시설별 상이",
      })
  void anythingElseIsNotKnown(String times, String closures) {
    assertThat(TourHours.read(times, closures, EVIDENCE)).isEqualTo(new OpeningHours.Unpublished());
  }

  @Test
  void holidaysAreWhatTheTextSaysOfThem() {
    OpeningHours instead = TourHours.read("09:00~18:00", "매주 월요일 (월요일이 공휴일인 경우 다음날 휴관)", EVIDENCE);
    // Liberation Day is on a Saturday in 2026, and its substitute on the Monday after.
    assertThat(on(instead, "2026-08-17")).isEqualTo("09:00-18:00");
    assertThat(on(instead, "2026-08-18")).isEqualTo("x");

    OpeningHours never = TourHours.read("09:00~18:00", "연중무휴", EVIDENCE);
    assertThat(on(never, "2026-02-17")).isEqualTo("09:00-18:00");

    OpeningHours festivals = TourHours.read("09:00~18:00", "설·추석 당일", EVIDENCE);
    assertThat(on(festivals, "2026-02-17")).isEqualTo("x");
    assertThat(on(festivals, "2026-02-18")).isEqualTo("?");
    assertThat(on(festivals, "2026-07-13")).isEqualTo("09:00-18:00");

    OpeningHours mondays = TourHours.read("09:00~18:00", "매주 월요일", EVIDENCE);
    assertThat(on(mondays, "2026-02-17")).isEqualTo("?");
  }

  private static String on(OpeningHours hours, String date) {
    return switch (hours.on(LocalDate.parse(date), HOLIDAYS)) {
      case DayHours.Unknown _ -> "?";
      case DayHours.Closed() -> "x";
      case DayHours.Open(var windows) ->
          windows.stream()
              .map(
                  window ->
                      clock(window.open())
                          + "-"
                          + clock(window.close())
                          + (window.lastAdmission().isPresent()
                              ? "/" + clock(window.lastAdmission().getAsInt())
                              : ""))
              .collect(Collectors.joining(" "));
    };
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
