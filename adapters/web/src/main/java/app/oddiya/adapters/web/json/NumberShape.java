package app.oddiya.adapters.web.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A number of Java's `double`.
record NumberShape(double min, double max) implements Scalar<Double> {

  static NumberShape within(@Nullable Range limits) {
    return limits == null
        ? new NumberShape(-Double.MAX_VALUE, Double.MAX_VALUE)
        : new NumberShape(limits.min(), limits.max());
  }

  @Override
  public @Nullable Double read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Num(BigDecimal number))) {
      errors.add(pointer, "wrong_type", "A number is expected here.");
      return null;
    }
    // As decimals: 1e999 is beyond the range and not "infinite".
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      errors.add(pointer, "out_of_range", "This must be " + min + " to " + max + ".");
      return null;
    }
    return number.doubleValue();
  }

  @Override
  public void write(Double value, JsonGenerator out) {
    out.writeNumber(value);
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object()
        .with("type", "number")
        .with("minimum", new Json.Num(BigDecimal.valueOf(min)))
        .with("maximum", new Json.Num(BigDecimal.valueOf(max)))
        .build();
  }

  @Override
  public Json fromText(String text) {
    return text.matches("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,18})?")
        ? new Json.Num(new BigDecimal(text))
        : Json.of(text);
  }
}
