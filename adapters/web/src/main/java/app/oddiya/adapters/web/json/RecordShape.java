package app.oddiya.adapters.web.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// A wire record: an object with known fields and no others.
///
/// @param name its name in an OpenAPI document
/// @param doc a sentence, or empty
record RecordShape<T>(
    Class<T> type,
    String name,
    String doc,
    List<RecordField> fields,
    FieldRule rule,
    Function<@Nullable Object[], T> constructor)
    implements Shape<T> {

  @Override
  public @Nullable T read(Json value, String pointer, Errors errors) {
    if (!(value instanceof Json.Obj(Map<String, Json> members))) {
      errors.add(pointer, "wrong_type", "An object is expected here.");
      return null;
    }
    int errorsBefore = errors.count();
    for (String sent : members.keySet()) {
      if (!knows(sent)) {
        errors.addUnknownField(Pointers.child(pointer, sent));
      }
    }
    return readKnown(members, pointer, errors, errorsBefore);
  }

  private boolean knows(String sent) {
    return fields.stream()
        .anyMatch(
            field ->
                field.inlined().map(it -> it.knows(sent)).orElseGet(() -> field.isCalled(sent)));
  }

  /// Reads the fields of this record, whatever else stands beside them.
  private @Nullable T readKnown(
      Map<String, Json> members, String pointer, Errors errors, int errorsBefore) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      RecordField field = fields.get(i);
      Optional<RecordShape<?>> inlined = field.inlined();
      values[i] =
          inlined.isPresent()
              ? inlined.get().readKnown(members, pointer, errors, errors.count())
              : field.read(members.get(field.name()), pointer, errors);
    }
    rule.check(asRead(values, pointer), errors);
    return errors.count() > errorsBefore ? null : constructor.apply(values);
  }

  private FieldRule.Fields asRead(@Nullable Object[] values, String parent) {
    return new FieldRule.Fields() {
      @Override
      public <F> Optional<F> valid(String name, Class<F> wanted) {
        for (int i = 0; i < values.length; i++) {
          if (fields.get(i).name().equals(name)) {
            return Optional.ofNullable(sent(values[i])).map(wanted::cast);
          }
        }
        throw new IllegalArgumentException("name: " + name + " (expected: a field)");
      }

      private static @Nullable Object sent(@Nullable Object value) {
        return switch (value) {
          case Optional<?> optional -> optional.orElse(null);
          case Clearable.SetTo<?>(Object set) -> set;
          case Clearable<?> _ -> null;
          case null, default -> value;
        };
      }

      @Override
      public String pointer(String name) {
        return Pointers.child(parent, name);
      }
    };
  }

  /// Reads the record from the parameters of a query or form, from headers or from cookies. Others
  /// than its own are none of its business.
  ///
  /// @param sent what was sent under a name
  /// @param place `query`, `form`, `header` or `cookie`
  /// @throws InvalidFields with all that is wrong
  T readTexts(Function<String, List<String>> sent, String place) {
    Errors errors = new Errors();
    Map<String, Json> members = new LinkedHashMap<>();
    for (RecordField field : fields) {
      List<String> values = sent.apply(field.name());
      if (values.size() > 1) {
        errors.add(Pointers.child("", field.name()), "repeated", "This may be sent once only.");
      }
      if (!values.isEmpty()) {
        members.put(field.name(), field.fromText(values.getFirst()));
      }
    }
    T read = read(new Json.Obj(members), "", errors);
    if (read == null || !errors.isEmpty()) {
      throw new InvalidFields(errors.all().stream().map(error -> error.in(place)).toList());
    }
    return read;
  }

  /// How many of the names sent are this record's, less those it misses.
  int likeness(Set<String> sent) {
    int likeness = 0;
    for (RecordField field : fields) {
      if (field.inlined().isPresent()) {
        likeness += field.inlined().get().likeness(sent);
      } else if (sent.contains(field.name())) {
        likeness++;
      } else if (field.isRequiredInRequests()) {
        likeness--;
      }
    }
    return likeness;
  }

  boolean writes(Object value, JsonGenerator out) {
    if (!type.isInstance(value)) {
      return false;
    }
    write(type.cast(value), out);
    return true;
  }

  @Override
  public void write(T value, JsonGenerator out) {
    out.writeStartObject();
    writeFields(value, out);
    out.writeEndObject();
  }

  void writeFields(T value, JsonGenerator out) {
    fields.forEach(field -> field.write(value, out));
  }

  @Override
  public Json.Obj schema(Schemas schemas) {
    return schemas.reference(this);
  }

  /// The schema itself, for the place that references point to.
  ///
  /// @param closed whether there may be no other fields
  Json.Obj definition(Schemas schemas, boolean closed) {
    Map<String, Json> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    describe(schemas, properties, required);
    Json.Builder schema = Json.object().with("type", "object");
    if (!doc.isEmpty()) {
      schema.with("description", doc);
    }
    schema.with("properties", new Json.Obj(properties));
    if (!required.isEmpty()) {
      schema.with("required", Json.strings(required));
    }
    if (closed) {
      schema.with("additionalProperties", false);
    }
    return schema.build();
  }

  private void describe(Schemas schemas, Map<String, Json> properties, List<String> required) {
    for (RecordField field : fields) {
      if (field.inlined().isPresent()) {
        field.inlined().get().describe(schemas, properties, required);
        continue;
      }
      properties.put(field.name(), field.schema(schemas));
      if (schemas.isRequest() ? field.isRequiredInRequests() : field.isRequiredInAnswers()) {
        required.add(field.name());
      }
    }
  }

  @Override
  public void collectNames(Set<String> names) {
    names.add(name);
    fields.forEach(field -> field.shape().collectNames(names));
  }

  /// How a component stands on the wire.
  enum Presence {
    /// Always there.
    REQUIRED,
    /// `Optional`: left out when there is none, and never `null`.
    OPTIONAL,
    /// `@Nullable`: `null` when there is none. A request may also leave it out.
    NULLABLE,
    /// `Clearable`: may be left out, be `null` or be set.
    CLEARABLE,
    /// [Inlined]: its fields stand beside those of the record around it.
    INLINED
  }

  /// One component of a wire record.
  ///
  /// @param accessor reads it from the record
  record RecordField(
      String name,
      String doc,
      Presence presence,
      Shape<Object> shape,
      Function<Object, @Nullable Object> accessor) {

    RecordField readBy(Function<Object, @Nullable Object> otherAccessor) {
      return new RecordField(name, doc, presence, shape, otherAccessor);
    }

    /// The record whose fields stand in the place of this one.
    Optional<RecordShape<?>> inlined() {
      return presence == Presence.INLINED && shape instanceof RecordShape<?> fields
          ? Optional.of(fields)
          : Optional.empty();
    }

    boolean isCalled(String sent) {
      return name.equals(sent);
    }

    @Nullable Object read(@Nullable Json value, String parent, Errors errors) {
      String pointer = Pointers.child(parent, name);
      return switch (presence) {
        case REQUIRED -> {
          if (value == null) {
            errors.add(pointer, "required", "This is missing.");
            yield null;
          }
          yield present(value, pointer, errors);
        }
        case OPTIONAL ->
            value == null ? Optional.empty() : Optional.ofNullable(present(value, pointer, errors));
        case NULLABLE ->
            value == null || value instanceof Json.Null ? null : shape.read(value, pointer, errors);
        case CLEARABLE -> {
          if (value == null) {
            yield new Clearable.Untouched<>();
          }
          if (value instanceof Json.Null) {
            yield new Clearable.Cleared<>();
          }
          Object read = shape.read(value, pointer, errors);
          yield read == null ? null : new Clearable.SetTo<>(read);
        }
        case INLINED -> throw new IllegalStateException(name + " has no place of its own");
      };
    }

    private @Nullable Object present(Json value, String pointer, Errors errors) {
      if (value instanceof Json.Null) {
        errors.add(pointer, "null", "null is not expected here.");
        return null;
      }
      return shape.read(value, pointer, errors);
    }

    void write(Object owner, JsonGenerator out) {
      Object value = accessor.apply(owner);
      switch (presence) {
        case REQUIRED -> {
          out.writeName(name);
          shape.write(Objects.requireNonNull(value, name), out);
        }
        case OPTIONAL ->
            ((Optional<?>) Objects.requireNonNull(value, name))
                .ifPresent(
                    there -> {
                      out.writeName(name);
                      shape.write(there, out);
                    });
        case NULLABLE -> {
          out.writeName(name);
          if (value == null) {
            out.writeNull();
          } else {
            shape.write(value, out);
          }
        }
        case CLEARABLE -> throw new IllegalStateException(name + " is for requests only");
        case INLINED -> writeInlined(Objects.requireNonNull(value, name), out);
      }
    }

    @SuppressWarnings("unchecked") // the accessor returns what the shape was made from
    private void writeInlined(Object value, JsonGenerator out) {
      ((RecordShape<Object>) (Shape<?>) shape).writeFields(value, out);
    }

    Json fromText(String text) {
      return shape.fromText(text);
    }

    Json.Obj schema(Schemas schemas) {
      Json.Obj schema = shape.schema(schemas);
      Json.Builder described = Json.object();
      switch (presence) {
        case REQUIRED, OPTIONAL, INLINED -> schema.members().forEach(described::with);
        case NULLABLE, CLEARABLE ->
            described.with(
                "anyOf", new Json.Arr(List.of(schema, Json.object().with("type", "null").build())));
      }
      if (!doc.isEmpty()) {
        described.with("description", doc);
      }
      return described.build();
    }

    Json parameter(String place, Schemas schemas) {
      Json.Builder parameter =
          Json.object()
              .with("name", name)
              .with("in", place)
              .with("required", isRequiredInRequests())
              .with("schema", shape.schema(schemas));
      if (!doc.isEmpty()) {
        parameter.with("description", doc);
      }
      return parameter.build();
    }

    boolean isRequiredInRequests() {
      return presence == Presence.REQUIRED;
    }

    boolean isRequiredInAnswers() {
      return presence == Presence.REQUIRED || presence == Presence.NULLABLE;
    }
  }
}
