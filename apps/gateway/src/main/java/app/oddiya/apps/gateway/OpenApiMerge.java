package app.oddiya.apps.gateway;

import app.oddiya.adapters.web.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Makes one OpenAPI document out of those of several services: the paths that are public, and of
/// the components those that they lead to. Where two services mean different things by one name,
/// each keeps its own under its service's name: `Stop` becomes `PlanStop` and `VideoStop`.
final class OpenApiMerge {

  private static final String COMPONENTS = "#/components/";

  private final List<Chosen> parts;
  private final Set<String> ambiguous;

  /// What a service says of itself.
  record Part(String service, Json document) {}

  /// What of it goes into the document: paths by their template, components by `schemas/Stop`.
  private record Chosen(String service, Map<String, Json> paths, Map<String, Json> components) {}

  private OpenApiMerge(List<Chosen> parts) {
    this.parts = parts;
    this.ambiguous = ambiguous(parts);
  }

  /// One document for all.
  ///
  /// @param isPublic whether a path of a service may be called from outside
  static Json of(List<Part> parts, BiPredicate<String, String> isPublic) {
    return new OpenApiMerge(parts.stream().map(part -> choose(part, isPublic)).toList()).document();
  }

  private static Chosen choose(Part part, BiPredicate<String, String> isPublic) {
    Map<String, Json> paths = new LinkedHashMap<>();
    members(part.document, "paths")
        .forEach(
            (path, operations) -> {
              if (isPublic.test(part.service, path)) {
                paths.put(path, operations);
              }
            });
    Map<String, Json> components = new LinkedHashMap<>();
    paths.values().forEach(operations -> collect(operations, part.document, components));
    return new Chosen(part.service, paths, components);
  }

  /// Adds the components that `json` leads to, and those that they lead to.
  private static void collect(Json json, Json document, Map<String, Json> components) {
    for (String name : namesIn(json)) {
      int slash = name.indexOf('/');
      Json component =
          Optional.ofNullable(members(document, "components").get(name.substring(0, slash)))
              .map(section -> members(section).get(name.substring(slash + 1)))
              .orElseThrow(() -> new IllegalStateException("no component " + name));
      if (components.putIfAbsent(name, component) == null) {
        collect(component, document, components);
      }
    }
  }

  /// Components of which two services have different ideas, or which lead to such.
  private static Set<String> ambiguous(List<Chosen> parts) {
    Map<String, Set<Json>> meanings = new HashMap<>();
    for (Chosen part : parts) {
      part.components.forEach(
          (name, meaning) -> meanings.computeIfAbsent(name, any -> new HashSet<>()).add(meaning));
    }
    Set<String> ambiguous =
        meanings.entrySet().stream()
            .filter(meaning -> meaning.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    boolean found = true;
    while (found) {
      found =
          ambiguous.addAll(
              meanings.entrySet().stream()
                  .filter(meaning -> leadsTo(meaning.getValue(), ambiguous))
                  .map(Map.Entry::getKey)
                  .toList());
    }
    return ambiguous;
  }

  private static boolean leadsTo(Set<Json> meanings, Set<String> names) {
    return meanings.stream().flatMap(json -> namesIn(json).stream()).anyMatch(names::contains);
  }

  private Json document() {
    Map<String, Json> paths = new TreeMap<>();
    Map<String, Map<String, Json>> components = new TreeMap<>();
    for (Chosen part : parts) {
      part.paths.forEach((path, operations) -> paths.put(path, renamed(operations, part.service)));
      part.components.forEach(
          (name, component) -> {
            String unique = unique(name, part.service);
            int slash = unique.indexOf('/');
            components
                .computeIfAbsent(unique.substring(0, slash), any -> new TreeMap<>())
                .put(unique.substring(slash + 1), renamed(component, part.service));
          });
    }
    Json.Builder sections = Json.object();
    components.forEach((section, named) -> sections.with(section, new Json.Obj(named)));
    return Json.object()
        .with("openapi", "3.1.0")
        .with("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema")
        .with("info", Json.object().with("title", "Oddiya").with("version", "1").build())
        .with("servers", new Json.Arr(List.of(Json.object().with("url", "/").build())))
        .with("paths", new Json.Obj(paths))
        .with("components", sections.build())
        .build();
  }

  /// `schemas/Stop`, or `schemas/PlanStop` where `Stop` alone could be another's.
  private String unique(String name, String service) {
    if (!ambiguous.contains(name)) {
      return name;
    }
    int afterSlash = name.indexOf('/') + 1;
    return name.substring(0, afterSlash)
        + service.substring(0, 1).toUpperCase(Locale.ROOT)
        + service.substring(1)
        + name.substring(afterSlash);
  }

  private Json renamed(Json json, String service) {
    return switch (json) {
      case Json.Str(var text) when text.startsWith(COMPONENTS) ->
          Json.of(COMPONENTS + unique(text.substring(COMPONENTS.length()), service));
      case Json.Obj(var members) -> {
        Map<String, Json> all = new LinkedHashMap<>();
        members.forEach((name, value) -> all.put(name, renamed(value, service)));
        yield new Json.Obj(all);
      }
      case Json.Arr(var items) ->
          new Json.Arr(items.stream().map(item -> renamed(item, service)).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
    };
  }

  /// The components that a piece of a document names: by a reference, wherever it stands, or as the
  /// key to a `security` requirement.
  private static Set<String> namesIn(Json json) {
    return switch (json) {
      case Json.Str(var text) when text.startsWith(COMPONENTS) ->
          Set.of(text.substring(COMPONENTS.length()));
      case Json.Obj(var members) -> {
        Set<String> names = new LinkedHashSet<>();
        members.values().forEach(value -> names.addAll(namesIn(value)));
        if (members.get("security") instanceof Json.Arr(var requirements)) {
          requirements.forEach(
              requirement ->
                  members(requirement)
                      .keySet()
                      .forEach(scheme -> names.add("securitySchemes/" + scheme)));
        }
        yield names;
      }
      case Json.Arr(var items) ->
          items.stream()
              .flatMap(item -> namesIn(item).stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Set.of();
    };
  }

  /// The members of an object within an object; none if it is not there.
  private static Map<String, Json> members(Json object, String name) {
    return Optional.ofNullable(members(object).get(name))
        .map(OpenApiMerge::members)
        .orElse(Map.of());
  }

  private static Map<String, Json> members(Json json) {
    return json instanceof Json.Obj(var members) ? members : Map.of();
  }
}
