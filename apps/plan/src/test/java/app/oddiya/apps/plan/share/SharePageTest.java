package app.oddiya.apps.plan.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.json.Wire;
import app.oddiya.apps.plan.export.Stories;
import app.oddiya.domain.planning.place.Language;
import app.oddiya.domain.planning.plan.Plan;
import app.oddiya.domain.planning.plan.Trip;
import app.oddiya.domain.planning.plan.Verdict;
import app.oddiya.domain.testkit.story.Trips;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SharePageTest {

  @ParameterizedTest
  @EnumSource
  void aPageIsInTheLanguageOfItsPlan(Language language) {
    String page = page(Stories.plan(in(language)));

    assertThat(page).startsWith("<!doctype html>\n<html lang=\"" + language.code() + "\">");
    assertThat(page).contains(Words.in(language).say("made"));
    assertThat(page).contains("09:30\u201311:00").contains("Place stop-1").doesNotContain("null");
  }

  @Test
  void aPageShowsTimesWaysAndDoubts() {
    String page = page(Stories.plan(in(Language.EN)));

    assertThat(page)
        .contains("<h1>부산 2일</h1>")
        .contains("10 April 2027 \u2013 11 April 2027")
        .contains("2 days, 2 stops")
        .contains("10 to 17 \u00b0C \u00b7 rain around 12:00")
        .contains("23:00\u201300:30 (next day)")
        .contains("Public transport, about 25 min, 7.2 km")
        .contains("Time for lunch")
        .contains("Nothing planned for this day.")
        .contains("<p class=\"fails\">비</p>");
  }

  @Test
  void aPageRunsNothingLoadsNothingAndNamesTheOnlyStyleThatMayApply()
      throws NoSuchAlgorithmException {
    String page = page(Stories.plan());

    assertThat(page)
        .doesNotContain("<script", "javascript:", "src=", "url(", "@import", "<link", "<iframe")
        .doesNotContain(" style=", " onload", " onclick", "http://", "https://");
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page);
    assertThat(style.find()).isTrue();
    String hash =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
    assertThat(style.find()).isFalse();
    assertThat(SharePage.CONTENT_SECURITY_POLICY)
        .startsWith(
            "default-src 'none'; style-src 'sha256-%s'; img-src https://tong.visitkorea.or.kr;"
                .formatted(hash));
  }

  @Test
  void aPictureIsShownWithWhomToNameWhereItIsOneOfAProvider() {
    String page =
        page(Stories.picturing(URI.create("https://tong.visitkorea.or.kr/cms/1.jpg"), "KTO & co"));

    assertThat(page)
        .contains("<img src=\"https://tong.visitkorea.or.kr/cms/1.jpg\" alt=\"\" width=\"480\"")
        .contains("loading=\"lazy\"", "referrerpolicy=\"no-referrer\"")
        .contains("KTO &amp; co");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/1.jpg",
        "https://tong.visitkorea.or.kr.example.org/1.jpg",
        "https://tong.visitkorea.or.kr:8443/1.jpg",
        "https://x@tong.visitkorea.or.kr/1.jpg"
      })
  void aPictureOfAnyOtherHostIsNot(String address) {
    assertThat(page(Stories.picturing(URI.create(address), "Somebody")))
        .doesNotContain("<img", "Somebody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><style>*{display:none}",
        "&lt;script&gt;"
      })
  void noTextBecomesMarkup(String text) {
    String page = page(Stories.saying(text));

    assertThat(page).doesNotContain(text);
    assertThat(tags(page)).isEqualTo(tags(page(Stories.saying("text"))));
  }

  @Test
  void nothingOfTheOwnerIsShown() {
    Plan plan = Stories.plan();
    String page = page(plan);
    String json = new String(Wire.write(SharedPlanView.of(plan)), StandardCharsets.UTF_8);

    for (String shown : new String[] {page, json}) {
      assertThat(shown)
          .doesNotContain("조용한 곳이 좋아요", "300000", "300,000", "35.1587", "129.1604")
          .doesNotContain("aquarium", "해운대", "7000", "7,000", "5100", "5.1 km");
    }
    assertThat(json)
        .doesNotContain("\"owner\"", "\"request\"", "\"notes\"", "\"destination\"", "\"cost\"")
        .doesNotContain("\"legToLodging\"", "\"totals\"", "\"findings\"", "\"locked\"");
    // The way to the first stop begins at the lodging.
    JsonNode first = JsonMapper.shared().readTree(json).path("days").path(0).path("stops").path(0);
    assertThat(first.path("legFromPrevious").isNull()).isTrue();
    assertThat(first.path("checks").propertyNames()).containsExactly("exists", "open", "weather");
  }

  @Test
  void theVerdictIsThatOfTheStopsAlone() {
    assertThat(SharedPlanView.of(Stories.plan()).certificate().verdict())
        .isEqualTo(Verdict.UNKNOWN);
    assertThat(SharedPlanView.of(Stories.plan(Stories.empty())).certificate().verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aPlanWithoutStopsHasAPageToo() {
    assertThat(page(Stories.plan(Stories.empty()))).contains("</html>").doesNotContain("<svg");
  }

  private static String page(Plan plan) {
    return SharePage.of(SharedPlanView.of(plan));
  }

  private static String tags(String page) {
    return page.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("\"[^\"]*\"", "\"\"")
        .replaceAll("(?s)(?<=>)[^<]+", "");
  }

  private static Trip in(Language language) {
    Trip trip = Trips.trip();
    return new Trip(
        trip.title(),
        trip.notes(),
        language,
        trip.request(),
        trip.destination(),
        trip.start(),
        trip.end(),
        trip.source(),
        trip.days(),
        trip.totals(),
        trip.certificate());
  }
}
