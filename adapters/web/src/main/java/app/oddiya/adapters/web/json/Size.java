package app.oddiya.adapters.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many items a list may have, or how many entries a map.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Size {

  int min() default 0;

  int max() default Integer.MAX_VALUE;

  /// Whether an item may stand in it once only.
  boolean unique() default false;
}
