package app.oddiya.adapters.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The limits of a text, or of each text in a list. Both when it is read and in the document.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Text {

  /// In code points.
  int min() default 0;

  /// In code points.
  int max() default Integer.MAX_VALUE;

  /// What all of it must match: the part of regular expressions that Java and ECMA-262 share,
  /// with `^` and `$`. Empty for none.
  String pattern() default "";

  /// A `format` of JSON Schema that is only said, never checked.
  String format() default "";
}
