package app.oddiya.adapters.web.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A component whose own fields stand on the wire beside those of its record: what a body of one
/// route has beyond that of another needs no copy of the other's fields. It is a record itself, and
/// always there.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inlined {}
