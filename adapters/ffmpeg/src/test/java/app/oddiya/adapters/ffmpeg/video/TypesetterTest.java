package app.oddiya.adapters.ffmpeg.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.GeoPoint;
import app.oddiya.domain.video.film.Aspect;
import app.oddiya.domain.video.film.Caption;
import app.oddiya.domain.video.film.Card;
import app.oddiya.domain.video.film.FrameSize;
import app.oddiya.domain.video.film.Template.Lettering;
import app.oddiya.domain.video.film.Title;
import app.oddiya.domain.video.film.TripWeather;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypesetterTest {

  private static final Typefaces TYPEFACES =
      Typefaces.of(new FfmpegConfig(Optional.empty(), Tools.cache()));

  /// What words are at least; the shade is dark and the ground is too.
  private static final int BRIGHT = 150;

  private static final String LONG = "우리 가족 다섯 명이 처음으로 함께 떠난 아주 특별한 여행 이야기 국립해양박물관 어린이 체험관 앞에서";

  static Stream<Arguments> everyHand() {
    return Stream.of(
        Arguments.of(Lettering.PIN, Aspect.PORTRAIT),
        Arguments.of(Lettering.PIN, Aspect.LANDSCAPE),
        Arguments.of(Lettering.PIN, Aspect.SQUARE),
        Arguments.of(Lettering.BOLD, Aspect.PORTRAIT),
        Arguments.of(Lettering.BOLD, Aspect.LANDSCAPE),
        Arguments.of(Lettering.THIN, Aspect.PORTRAIT),
        Arguments.of(Lettering.THIN, Aspect.SQUARE),
        Arguments.of(Lettering.HAND, Aspect.LANDSCAPE));
  }

  @ParameterizedTest
  @MethodSource("everyHand")
  void wordsOfAnyLengthStayClearOfWhatAppsLayOverAFilm(Lettering hand, Aspect aspect) {
    Typesetter typesetter = new Typesetter(TYPEFACES, Locale.KOREAN, aspect.frame(), hand);
    Overlay title =
        typesetter
            .title(
                new Title(LONG, Optional.of("2026.05.03 – 05.05")),
                Clearing.everywhere(aspect.frame()))
            .orElseThrow();
    Overlay caption = typesetter.caption(new Caption(LONG, Optional.of(LONG), 90)).orElseThrow();

    assertThat(bright(aspect, title)).matches(box -> isClear(box, aspect.frame()));
    assertThat(bright(aspect, caption)).matches(box -> isClear(box, aspect.frame()));
  }

  @ParameterizedTest
  @MethodSource("everyHand")
  void aTitleOrACardAndANameCanBeReadAtTheSameTime(Lettering hand, Aspect aspect) {
    Typesetter typesetter = new Typesetter(TYPEFACES, Locale.ENGLISH, aspect.frame(), hand);
    Overlay caption =
        typesetter
            .caption(new Caption("Gamcheon Culture Village", Optional.of("감천문화마을"), 90))
            .orElseThrow();
    Clearing clearing = Clearing.everywhere(aspect.frame()).above(typesetter.top(caption));
    Overlay title =
        typesetter
            .title(new Title("Three days by the sea in Busan", Optional.of("2026.05.03")), clearing)
            .orElseThrow();
    Overlay day =
        new CardSetter(TYPEFACES, Locale.ENGLISH, aspect.frame(), hand)
            .day(
                new Card.Day(
                    Optional.of("Day 12"),
                    "Wednesday, September 30",
                    Optional.of(new TripWeather(-12, -3, true)),
                    72),
                clearing);

    assertThat(bright(aspect, title).bottom()).isLessThan(bright(aspect, caption).top());
    assertThat(bright(aspect, day).bottom()).isLessThan(bright(aspect, caption).top());
    assertThat(bright(aspect, day)).matches(box -> isClear(box, aspect.frame()));
  }

  @ParameterizedTest
  @EnumSource
  void aWayIsDrawnLegByLegWithinWhatIsSeen(Aspect aspect) {
    Card.Route route =
        new Card.Route(
            List.of(
                new Card.Place("해운대해수욕장", new GeoPoint(35.1587, 129.1604)),
                new Card.Place("감천문화마을", new GeoPoint(35.0975, 129.0106)),
                new Card.Place("해동용궁사", new GeoPoint(35.1884, 129.2233))),
            90);

    List<Overlay> drawn =
        new CardSetter(TYPEFACES, Locale.KOREAN, aspect.frame(), Lettering.PIN).way(route);

    assertThat(drawn).hasSize(3);
    assertThat(drawn)
        .allSatisfy(
            leg -> assertThat(bright(aspect, leg)).matches(box -> isClear(box, aspect.frame())));
  }

  @Test
  void everySyllableHasAShapeOfItsOwn() {
    Box narrow = bright(Aspect.PORTRAIT, caption("가"));
    Box wide = bright(Aspect.PORTRAIT, caption("가뷁힣똠방각하"));

    assertThat(wide.right() - wide.left()).isGreaterThan((narrow.right() - narrow.left()) * 2);
  }

  @Test
  void whatTheTypeCannotWriteIsLeftOut() {
    assertThat(
            typesetter(Aspect.PORTRAIT)
                .title(
                    new Title("🎉🎉", Optional.empty()),
                    Clearing.everywhere(Aspect.PORTRAIT.frame())))
        .isEmpty();
    assertThat(bright(Aspect.PORTRAIT, caption("부산 🎉\u202e")))
        .isEqualTo(bright(Aspect.PORTRAIT, caption("부산")));
  }

  private static Overlay caption(String text) {
    return typesetter(Aspect.PORTRAIT)
        .caption(new Caption(text, Optional.empty(), 90))
        .orElseThrow();
  }

  private static Typesetter typesetter(Aspect aspect) {
    return new Typesetter(TYPEFACES, Locale.KOREAN, aspect.frame(), Lettering.PIN);
  }

  private static boolean isClear(Box box, FrameSize frame) {
    return box.top() > frame.height() * 0.08
        && box.bottom() < frame.height() * 0.84
        && box.left() > 0
        && box.right() < frame.width() * 0.88;
  }

  /// Where an overlay is bright when it is laid over black.
  private static Box bright(Aspect aspect, Overlay overlay) {
    FrameSize frame = aspect.frame();
    Box box = new Box(frame.width(), frame.height(), -1, -1);
    float[] row = new float[frame.width()];
    byte[] written = new byte[frame.width()];
    for (int y = 0; y < overlay.height(); y++) {
      Arrays.fill(row, -112);
      overlay.luma().cover(row, overlay.x(), y, 1);
      Rows.write(row, written, 0, written.length);
      for (int x = 0; x < written.length; x++) {
        if ((written[x] & 0xff) > BRIGHT) {
          box = box.with(x, y + overlay.y());
        }
      }
    }
    return box;
  }

  private record Box(int left, int top, int right, int bottom) {

    Box with(int x, int y) {
      return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
    }
  }
}
