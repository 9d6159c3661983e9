package app.oddiya.adapters.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What must hold between the fields of a wire record, or of one field beyond what a [Text] or
/// [Range] can say. It is asked together with everything else, so that the sender hears of all
/// mistakes at once.
///
/// ```java
/// @FieldRule.Of(TripDates.class)
/// record Wish(LocalDate startDate, LocalDate endDate) {}
/// ```
public interface FieldRule {

  /// Adds what is wrong. Runs whether or not other fields of the record are in order.
  void check(Fields fields, Errors errors);

  /// Names the rule of a record; it has a constructor without parameters.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Of {
    Class<? extends FieldRule> value();
  }

  /// The fields as they were read.
  interface Fields {

    /// A field that was sent and is in order by itself.
    <T> Optional<T> valid(String name, Class<T> type);

    /// Where the field stands in what was sent.
    String pointer(String name);
  }

  /// The rule of `type`; one that allows everything if it names none.
  static FieldRule of(Class<?> type) {
    FieldRule.@Nullable Of rule = type.getAnnotation(FieldRule.Of.class);
    if (rule == null) {
      return (_, _) -> {};
    }
    try {
      var constructor = rule.value().getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + rule.value(), e);
    }
  }
}
