package app.oddiya.domain.video.film;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the templates that are carried with the program. A file that does not hold what it should
/// is a fault of ours, found by any test that touches a film.
final class TemplateFile {

  private static final String NAME = "templates.json";

  private TemplateFile() {}

  static List<Template> read() {
    try (InputStream file = TemplateFile.class.getResourceAsStream(NAME)) {
      if (file == null) {
        throw new IllegalStateException(NAME + ": missing");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Entry(Map.of("all", PlainJson.read(text))).list("all", TemplateFile::template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template template(Object read) {
    Entry entry = Entry.of(read);
    Entry cuts = entry.entry("cuts");
    Entry moves = entry.entry("moves");
    Entry words = entry.entry("words");
    return new Template(
        entry.text("id"),
        entry.text("name"),
        entry.list("aspects", each -> Aspect.of((String) each).orElseThrow()).stream()
            .collect(Collectors.toUnmodifiableSet()),
        entry.list("seconds", each -> ((Number) each).intValue()).stream()
            .collect(Collectors.toUnmodifiableSet()),
        Track.of(entry.text("track")).orElseThrow(),
        entry.choice("stage", Template.Stage.class),
        entry.choice("lettering", Template.Lettering.class),
        new Template.Cuts(
            cuts.whole("shortest"), cuts.whole("longest"), cuts.whole("beats"), cuts.whole("fade")),
        new Template.Moves(
            moves.choice("pace", Motion.Pace.class),
            moves.number("nearest"),
            moves.number("closest"),
            moves.number("growthPerSecond"),
            moves.number("travelPerSecond"),
            moves.number("enoughAtOnce")),
        new Template.Wording(
            words.whole("openingExtra"),
            words.whole("captionLength"),
            words.whole("cardExtra"),
            words.whole("fade")),
        (Boolean) entry.get("route"),
        entry.whole("closingFade"));
  }

  /// An object of the file.
  private record Entry(Map<?, ?> fields) {

    static Entry of(Object read) {
      return new Entry((Map<?, ?>) read);
    }

    Object get(String name) {
      Object value = fields.get(name);
      if (value == null) {
        throw new IllegalStateException(NAME + ": " + name + " missing");
      }
      return value;
    }

    Entry entry(String name) {
      return of(get(name));
    }

    String text(String name) {
      return (String) get(name);
    }

    double number(String name) {
      return ((Number) get(name)).doubleValue();
    }

    int whole(String name) {
      return ((Number) get(name)).intValue();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
      return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    }

    <T> List<T> list(String name, Function<Object, T> each) {
      return ((List<?>) get(name)).stream().map(each).toList();
    }
  }
}
