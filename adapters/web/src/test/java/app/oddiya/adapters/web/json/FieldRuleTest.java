package app.oddiya.adapters.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldRuleTest {

  @FieldRule.Of(InOrder.class)
  record Stay(LocalDate from, LocalDate to, int guests, Optional<String> note) {}

  static final class InOrder implements FieldRule {

    @Override
    public void check(Fields fields, Errors errors) {
      Optional<LocalDate> from = fields.valid("from", LocalDate.class);
      Optional<LocalDate> to = fields.valid("to", LocalDate.class);
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        errors.add(fields.pointer("to"), "too_early", "It ends before it begins.");
      }
      if (fields.valid("note", String.class).filter(String::isBlank).isPresent()) {
        errors.add(fields.pointer("note"), "blank", "It says nothing.");
      }
    }
  }

  @Test
  void whatHoldsIsRead() throws MalformedJson {
    assertThat(read("{'from':'2026-11-14','to':'2026-11-15','guests':2,'note':'late'}"))
        .isEqualTo(
            new Stay(
                LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 15), 2, Optional.of("late")));
  }

  @Test
  void whatDoesNotHoldIsSaidTogetherWithEverythingElse() {
    InvalidFields invalid =
        catchThrowableOfType(
            InvalidFields.class,
            () -> read("{'from':'2026-11-14','to':'2026-11-13','guests':'two','note':' '}"));

    assertThat(invalid.errors())
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder("/to", "/guests", "/note");
  }

  @Test
  void aFieldThatIsWrongByItselfIsNotValid() {
    InvalidFields invalid =
        catchThrowableOfType(
            InvalidFields.class, () -> read("{'from':'tomorrow','to':'2026-11-13','guests':2}"));

    assertThat(invalid.errors()).extracting(FieldError::pointer).containsExactly("/from");
  }

  @Test
  void aRuleAsksForFieldsThatThereAre() {
    record Empty() {}
    FieldRule rule = (fields, _) -> fields.valid("guests", Integer.class);
    var shape = new RecordShape<>(Empty.class, "Empty", "", List.of(), rule, _ -> new Empty());

    assertThatThrownBy(() -> Wire.read(shape, Json.object().build()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Object read(String json) throws MalformedJson {
    byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Wire.read(Shape.of(Stay.class), Json.parse(text));
  }
}
