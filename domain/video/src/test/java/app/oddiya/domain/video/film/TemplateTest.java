package app.oddiya.domain.video.film;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {

  static Stream<Arguments> everyFilm() {
    return Template.all().stream()
        .flatMap(
            template ->
                template.aspects().stream()
                    .flatMap(
                        aspect ->
                            template.seconds().stream()
                                .map(seconds -> Arguments.of(template, aspect, seconds))));
  }

  static Stream<Template> everyTemplate() {
    return Template.all().stream();
  }

  @Test
  void theFileIsWhatItsSchemaSays() throws IOException {
    assertThat(schema().validate(text("templates.json"), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaFindsWhatIsWrong() throws IOException {
    String wrong = text("templates.json").replace("\"drift\"", "\"stroll\"");

    assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void thereAreFourOfThemEachWithATrackOfItsOwnInEveryShapeAndLength() {
    assertThat(Template.all().stream().map(Template::id))
        .containsExactly("basic", "beat", "polaroid", "panorama");
    assertThat(Template.all().stream().map(Template::track)).doesNotHaveDuplicates();
    assertThat(Template.all())
        .allMatch(template -> template.aspects().equals(Set.of(Aspect.values())))
        .allMatch(template -> template.seconds().equals(Set.of(15, 30, 60)));
  }

  /// A storyboard checks by itself that its scenes fill it to the frame.
  @ParameterizedTest
  @MethodSource("everyFilm")
  void anyNumberOfPhotosMakesAFilm(Template template, Aspect aspect, int seconds) {
    for (int photos : List.of(2, 3, 7, 20, 60)) {
      Cut cut = cut(template, aspect, seconds, photos);

      assertThat(cut.uses()).hasSize(photos);
      for (Scene scene : cut.storyboard().scenes()) {
        assertThat(scene.frames()).isGreaterThanOrEqualTo(template.cuts().shortest() - 1);
        assertThat(scene.print().isPresent()).isEqualTo(template.stage() == Template.Stage.PRINTS);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyFilm")
  void cutsFallOnBeatsWhenThereIsTimeForThem(Template template, Aspect aspect, int seconds) {
    int beat = template.track().framesPerBeat();
    int photos = seconds * 30 / (template.cuts().beats() + 2) / beat;

    List<Scene> scenes = cut(template, aspect, seconds, Math.min(12, photos)).storyboard().scenes();

    assertThat(scenes.stream().skip(1))
        .allMatch(scene -> (scene.firstFrame() + scene.fadeIn() / 2) % beat == 0);
  }

  @ParameterizedTest
  @MethodSource("everyTemplate")
  void theFrameNeverLeavesThePhoto(Template template) {
    for (Aspect aspect : Aspect.values()) {
      Camera camera = new Camera(aspect, template.moves());
      for (DecodedPhoto photo : List.of(Photos.LANDSCAPE, Photos.PORTRAIT)) {
        double wide = Math.min(1, aspect.frame().ratio() / photo.ratio());
        double high = Math.min(1, photo.ratio() / aspect.frame().ratio());
        for (int shot = 0; shot < 6; shot++) {
          DecodedPhoto focused = Photos.focused(photo, new Focus(0.9, 0.1 * shot, 0.1));
          Motion motion = camera.move(focused, shot, shot % 3, 150);
          for (double time = 0; time <= 1; time += 0.1) {
            View view = motion.at(time);
            assertThat(Math.abs(view.x() - 0.5)).isLessThan(0.5 - wide / view.zoom() / 2 + 1e-9);
            assertThat(Math.abs(view.y() - 0.5)).isLessThan(0.5 - high / view.zoom() / 2 + 1e-9);
          }
        }
      }
    }
  }

  /// Prints are laid on a table over which the camera moves on without a break.
  @Test
  void theCameraOverATableIsNotStoppedByPrints() {
    List<Scene> scenes =
        cut(Template.of("polaroid").orElseThrow(), Aspect.PORTRAIT, 15, 6).storyboard().scenes();
    List<Double> zooms = new ArrayList<>();
    for (Scene scene : scenes) {
      for (int i = 0; i < scene.frames(); i++) {
        zooms.add(scene.motion().at((double) i / (scene.frames() - 1)).zoom());
      }
    }

    for (int i = 2; i < zooms.size(); i++) {
      double growth = zooms.get(i) / zooms.get(i - 1);
      assertThat(growth / (zooms.get(i - 1) / zooms.get(i - 2))).isBetween(1 - 1e-6, 1 + 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFilm")
  void printsLieWhollyOnTheTableAndTheirFeetAboveWhatAppsLayOver(
      Template template, Aspect aspect, int seconds) {
    double shorter = Math.min(aspect.frame().width(), aspect.frame().height());
    Table table = new Table(aspect, template.moves(), seconds * 30);
    for (int number = 0; number < 20; number++) {
      for (DecodedPhoto photo : List.of(Photos.LANDSCAPE, Photos.PORTRAIT)) {
        Print print = table.lay(number, photo);
        double halfX = print.width() * shorter / aspect.frame().width() / 2;
        double halfY =
            print.width() * Print.height(print.ratio()) * shorter / aspect.frame().height() / 2;
        assertThat(print.x() - halfX).isGreaterThan(0.02);
        assertThat(print.x() + halfX).isLessThan(0.94);
        assertThat(print.y() - halfY).isGreaterThan(0.05);
        assertThat(print.y() + halfY).isLessThan(0.87);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyTemplate")
  void aTeaserIsLikeTheFilm(Template template) {
    FilmRequest request =
        new FilmRequest(
            template,
            Aspect.PORTRAIT,
            15,
            Optional.empty(),
            Optional.empty(),
            new Soundtrack.Silence());

    List<Scene> scenes = Teaser.of(request, Photos.many(5)).scenes();

    assertThat(scenes).hasSize(3);
    assertThat(scenes)
        .allMatch(scene -> scene.print().isPresent() == (template.stage() == Template.Stage.PRINTS))
        .allMatch(scene -> scene.fadeIn() <= template.cuts().fade());
  }

  private static Cut cut(Template template, Aspect aspect, int seconds, int photos) {
    return new Director(
            new FilmRequest(
                template,
                aspect,
                seconds,
                Optional.of("봄"),
                Optional.empty(),
                new Soundtrack.Composed(template.track())))
        .cut(Photos.many(photos));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text("templates.schema.json"), InputFormat.JSON);
  }

  private static String text(String name) throws IOException {
    try (InputStream file = Template.class.getResourceAsStream(name)) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
