package app.oddiya.adapters.aws.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// An object of arguments, read member by member. Types are not bent: `"90"` is no number.
final class Arguments {

  private final String at;
  private final JsonNode object;
  private final Set<String> known = new HashSet<>();

  /// @param at JSON Pointer of the object
  Arguments(String at, JsonNode object) throws Unfit {
    if (!object.isObject()) {
      throw new Unfit((at.isEmpty() ? "arguments" : at) + ": not a JSON object");
    }
    this.at = at;
    this.object = object;
  }

  String text(String name) throws Unfit {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) throws Unfit {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw unfit(name, "a text");
    }
    return Optional.of(value.asString());
  }

  int integer(String name) throws Unfit {
    return optionalInteger(name).orElseThrow(() -> missing(name));
  }

  OptionalInt optionalInteger(String name) throws Unfit {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!value.isNumber() || !value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      throw unfit(name, "a whole number");
    }
    return OptionalInt.of(value.intValue());
  }

  BigDecimal decimal(String name) throws Unfit {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      throw missing(name);
    }
    if (!value.isNumber()) {
      throw unfit(name, "a number");
    }
    return value.decimalValue();
  }

  List<LocalDate> dates(String name) throws Unfit {
    List<LocalDate> dates = new ArrayList<>();
    for (JsonNode value : array(name)) {
      try {
        dates.add(LocalDate.parse(value.isString() ? value.asString() : ""));
      } catch (DateTimeParseException notADate) {
        throw unfit(name + "/" + dates.size(), "a date, YYYY-MM-DD");
      }
    }
    return dates;
  }

  <T> List<T> list(String name, Reader<T> reader) throws Unfit {
    List<T> list = new ArrayList<>();
    for (JsonNode value : array(name)) {
      list.add(reader.read(new Arguments(at + "/" + name + "/" + list.size(), value)));
    }
    return list;
  }

  /// Refuses members that nobody has asked for.
  void end() throws Unfit {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw new Unfit(at + "/" + name + ": there is no such argument");
      }
    }
  }

  private JsonNode array(String name) throws Unfit {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      throw missing(name);
    }
    if (!value.isArray()) {
      throw unfit(name, "a list");
    }
    return value;
  }

  private JsonNode value(String name) {
    known.add(name);
    return object.path(name);
  }

  private Unfit missing(String name) {
    return new Unfit(at + "/" + name + ": missing");
  }

  private Unfit unfit(String name, String expected) {
    return new Unfit(at + "/" + name + ": not as it should be (expected: " + expected + ")");
  }

  /// Reads one object of a list.
  interface Reader<T> {
    T read(Arguments arguments) throws Unfit;
  }

  /// Arguments that do not fit their tool's schema. It tells a model what to do better.
  static final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Unfit(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }
}
