package app.oddiya.adapters.web.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A whole number of Java's `int` or `long`. As in JSON Schema `1.0` and `1e2` are whole.
///
/// @param wide whether it is a `long`
record IntegerShape(long min, long max, boolean wide) implements Scalar<Number> {

  static IntegerShape of(boolean wide, @Nullable Range limits) {
    long min = wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
    long max = wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    if (limits != null) {
      min = Math.max(min, (long) limits.min());
      max = Math.min(max, (long) limits.max());
    }
    return new IntegerShape(min, max, wide);
  }

  @Override
  public @Nullable Number read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Num(BigDecimal number))) {
      errors.add(pointer, "wrong_type", "A whole number is expected here.");
      return null;
    }
    // The range first: it makes sure that 1e999999999 is never written out.
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      errors.add(pointer, "out_of_range", "This must be " + min + " to " + max + ".");
      return null;
    }
    if (!isWhole(number)) {
      errors.add(pointer, "wrong_type", "A whole number is expected here.");
      return null;
    }
    return wide ? (Number) number.longValueExact() : (Number) number.intValueExact();
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public void write(Number value, JsonGenerator out) {
    out.writeNumber(value.longValue());
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return Json.object()
        .with("type", "integer")
        .with("format", wide ? "int64" : "int32")
        .with("minimum", min)
        .with("maximum", max)
        .build();
  }

  @Override
  public Json fromText(String text) {
    return text.matches("-?(0|[1-9][0-9]{0,18})")
        ? new Json.Num(new BigDecimal(text))
        : Json.of(text);
  }
}
