package app.oddiya.adapters.web.json;

import app.oddiya.adapters.web.json.RecordShape.Presence;
import app.oddiya.adapters.web.json.RecordShape.RecordField;
import app.oddiya.domain.shared.GeoPoint;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes shapes from Java types. Everything it finds out is found out once, when routes are made.
final class Shapes {

  private static final Map<Type, Shape<?>> KNOWN = new ConcurrentHashMap<>();

  /// `GeoPoint` with the limits that its constructor holds.
  private record Position(
      @Range(min = -90, max = 90) double lat, @Range(min = -180, max = 180) double lng) {}

  private static final Shape<?> POSITION = position();

  private Shapes() {}

  static Shape<?> of(Type type) {
    Shape<?> known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    // Not computeIfAbsent: making a record's shape makes the shapes of its components.
    Shape<?> made = make(type, NONE, Map.of());
    KNOWN.put(type, made);
    return made;
  }

  /// Where nothing is annotated.
  private static final AnnotatedElement NONE = Shapes.class;

  private static Shape<?> make(
      Type type, AnnotatedElement limits, Map<TypeVariable<?>, Type> bindings) {
    return switch (type) {
      case TypeVariable<?> variable ->
          make(Objects.requireNonNull(bindings.get(variable), "unbound " + type), limits, bindings);
      case ParameterizedType generic -> generic(generic, limits, bindings);
      case Class<?> plain -> plain(plain, limits);
      default -> throw unknown(type);
    };
  }

  private static Shape<?> plain(Class<?> type, AnnotatedElement limits) {
    @Nullable Range range = limits.getAnnotation(Range.class);
    if (type == String.class) {
      Text text = limits.getAnnotation(Text.class);
      return text == null ? TextShape.ANY : TextShape.within(text);
    }
    if (type == int.class || type == Integer.class) {
      return IntegerShape.of(false, range);
    }
    if (type == long.class || type == Long.class) {
      return IntegerShape.of(true, range);
    }
    if (type == double.class || type == Double.class) {
      return NumberShape.within(range);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new BooleanShape();
    }
    if (Json.class.isAssignableFrom(type)) {
      return new AnyShape();
    }
    Optional<Shape<?>> format = Formats.of(type);
    if (format.isPresent()) {
      return format.get();
    }
    if (type == GeoPoint.class) {
      return POSITION;
    }
    if (type.isEnum()) {
      return enumShape(type);
    }
    if (type.isRecord()) {
      return recordShape(type, nameOf(type), Map.of());
    }
    if (type.isSealed() && type.isInterface()) {
      return oneOf(type);
    }
    throw unknown(type);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // isEnum() has said what the type system cannot
  private static Shape<?> enumShape(Class<?> type) {
    return EnumShape.of((Class) type);
  }

  private static Shape<?> oneOf(Class<?> type) {
    List<RecordShape<?>> variants = new ArrayList<>();
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (!(of(variant) instanceof RecordShape<?> shape)) {
        throw unknown(variant);
      }
      variants.add(shape);
    }
    return new OneOfShape<>(variants);
  }

  private static Shape<?> generic(
      ParameterizedType type, AnnotatedElement limits, Map<TypeVariable<?>, Type> bindings) {
    Type[] arguments = type.getActualTypeArguments();
    @Nullable Size size = limits.getAnnotation(Size.class);
    int min = size == null ? 0 : size.min();
    int max = size == null ? Integer.MAX_VALUE : size.max();
    if (type.getRawType() == List.class) {
      return new ListShape<>(
          make(arguments[0], limits, bindings), min, max, size != null && size.unique());
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new MapShape<>(make(arguments[1], limits, bindings), min, max);
    }
    if (type.getRawType() instanceof Class<?> raw && raw.isRecord()) {
      Map<TypeVariable<?>, Type> bound = new HashMap<>();
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < arguments.length; i++) {
        Type argument =
            arguments[i] instanceof TypeVariable<?> variable
                ? Objects.requireNonNull(bindings.get(variable))
                : arguments[i];
        bound.put(raw.getTypeParameters()[i], argument);
        name.append(argument instanceof Class<?> plain ? nameOf(plain) : "");
      }
      return recordShape(raw, name + nameOf(raw), bound);
    }
    throw unknown(type);
  }

  private static String nameOf(Class<?> type) {
    Named named = type.getAnnotation(Named.class);
    return named == null ? type.getSimpleName() : named.value();
  }

  private static RecordShape<GeoPoint> position() {
    RecordShape<GeoPoint> point = recordShape(GeoPoint.class, "Position", Map.of());
    List<RecordField> limited = recordShape(Position.class, "Position", Map.of()).fields();
    List<RecordField> fields = new ArrayList<>();
    for (int i = 0; i < limited.size(); i++) {
      fields.add(limited.get(i).readBy(point.fields().get(i).accessor()));
    }
    return new RecordShape<>(
        GeoPoint.class, "Position", "WGS 84", fields, point.rule(), point.constructor());
  }

  private static <T> RecordShape<T> recordShape(
      Class<T> type, String name, Map<TypeVariable<?>, Type> bindings) {
    @Nullable Doc doc = type.getAnnotation(Doc.class);
    return new RecordShape<>(
        type,
        name,
        doc == null ? "" : doc.value(),
        Arrays.stream(type.getRecordComponents())
            .map(component -> field(component, bindings))
            .toList(),
        FieldRule.of(type),
        constructor(type));
  }

  @SuppressWarnings("unchecked") // a field's shape reads and writes what its accessor returns
  private static RecordField field(RecordComponent component, Map<TypeVariable<?>, Type> bindings) {
    Type type = component.getGenericType();
    Presence presence = Presence.REQUIRED;
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      presence = Presence.OPTIONAL;
      type = generic.getActualTypeArguments()[0];
    } else if (type instanceof ParameterizedType generic
        && generic.getRawType() == Clearable.class) {
      presence = Presence.CLEARABLE;
      type = generic.getActualTypeArguments()[0];
    } else if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      presence = Presence.NULLABLE;
    } else if (component.isAnnotationPresent(Inlined.class)) {
      presence = Presence.INLINED;
    }
    @Nullable Named named = component.getAnnotation(Named.class);
    @Nullable Doc doc = component.getAnnotation(Doc.class);
    return new RecordField(
        named == null ? component.getName() : named.value(),
        doc == null ? "" : doc.value(),
        presence,
        (Shape<Object>) make(type, component, bindings),
        accessor(component.getAccessor()));
  }

  private static Function<Object, @Nullable Object> accessor(Method accessor) {
    MethodHandle handle;
    try {
      accessor.setAccessible(true);
      handle =
          MethodHandles.lookup()
              .unreflect(accessor)
              .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
    return owner -> {
      try {
        return handle.invokeExact(owner);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("cannot read " + accessor, e);
      }
    };
  }

  private static <T> Function<@Nullable Object[], T> constructor(Class<T> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true);
      return new Canonical<>(type, canonical);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type, e);
    }
  }

  /// Linked when it is first used: the JVM spins some classes for each number of parameters, and a
  /// service that starts has many shapes and reads few of them.
  private static final class Canonical<T> implements Function<@Nullable Object[], T> {

    private final Class<T> type;
    private final Constructor<T> constructor;
    private volatile @Nullable MethodHandle linked;

    private Canonical(Class<T> type, Constructor<T> constructor) {
      this.type = type;
      this.constructor = constructor;
    }

    @Override
    public T apply(@Nullable Object[] values) {
      MethodHandle known = linked;
      MethodHandle handle = known == null ? link() : known;
      try {
        return type.cast((Object) handle.invokeExact(values));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("cannot construct " + type, e);
      }
    }

    /// Whoever comes at the same time links the same again.
    private MethodHandle link() {
      try {
        MethodHandle handle =
            MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, constructor.getParameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
        linked = handle;
        return handle;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("cannot construct " + type, e);
      }
    }
  }

  private static IllegalArgumentException unknown(Type type) {
    return new IllegalArgumentException("type: " + type + " (expected: a wire type)");
  }
}
