package app.oddiya.adapters.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name on the wire where it is not the name in Java: a component that is not called as its
/// field (`refresh_token`, `Idempotency-Key`), an enum constant that is not its own name in lower
/// case (`PENDING`, `9:16`), a record that goes by another name in the OpenAPI document.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Named {
  String value();
}
