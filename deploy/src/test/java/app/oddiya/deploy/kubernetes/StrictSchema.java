package app.oddiya.deploy.kubernetes;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Kubernetes' own types, which a published client was generated into, hold an object to its
/// schema: fields that are unknown, missing or of another type. An API server that validates
/// strictly would say the same; one that does not drops unknown fields silently.
final class StrictSchema {

  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  private StrictSchema() {}

  /// What is wrong with it, in the client's words; nothing if it is valid.
  static List<String> problems(JsonNode object) {
    return object.path("kind").stringValue("").equals("ScaledObject")
        ? problemsOfScaledObject(object)
        : problemsOfBuiltIn(object);
  }

  private static List<String> problemsOfBuiltIn(JsonNode object) {
    JsonElement json = JsonParser.parseString(object.toString());
    List<String> problems = new ArrayList<>();
    try {
      Class<?> type = Class.forName(MODELS + typeName(object));
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      // Numbers written as texts, and the other way round, come back as what they should have been.
      Object read = JSON.deserialize(json.toString(), type);
      JsonElement said = withoutEmpty(json);
      JsonElement understood = withoutEmpty(JsonParser.parseString(JSON.serialize(read)));
      if (!understood.equals(said)) {
        problems.add("is read as " + understood + " but says " + said);
      }
    } catch (ClassNotFoundException e) {
      problems.add("unknown kind: " + e.getMessage());
    } catch (InvocationTargetException e) {
      problems.add(String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException | RuntimeException e) {
      problems.add(String.valueOf(e));
    }
    return problems;
  }

  /// The client writes lists and maps that were not there as empty ones.
  private static JsonElement withoutEmpty(JsonElement json) {
    if (json.isJsonArray()) {
      JsonArray array = new JsonArray();
      json.getAsJsonArray().forEach(element -> array.add(withoutEmpty(element)));
      return array;
    }
    if (!json.isJsonObject()) {
      return json;
    }
    JsonObject object = new JsonObject();
    json.getAsJsonObject()
        .asMap()
        .forEach(
            (name, value) -> {
              JsonElement kept = withoutEmpty(value);
              boolean empty =
                  (kept.isJsonArray() && kept.getAsJsonArray().isEmpty())
                      || (kept.isJsonObject() && kept.getAsJsonObject().isEmpty());
              if (!empty) {
                object.add(name, kept);
              }
            });
    return object;
  }

  /// `V1Deployment` of `apps/v1`, `V2HorizontalPodAutoscaler` of `autoscaling/v2`.
  private static String typeName(JsonNode object) {
    String version = object.path("apiVersion").stringValue("");
    String plain = version.substring(version.indexOf('/') + 1);
    return plain.substring(0, 1).toUpperCase(Locale.ROOT)
        + plain.substring(1)
        + object.path("kind").stringValue("");
  }

  /// KEDA's are not among the client's; what its reference lists is in a schema beside this class.
  private static List<String> problemsOfScaledObject(JsonNode object) {
    try (InputStream schema = StrictSchema.class.getResourceAsStream("scaled-object.schema.json")) {
      String text =
          new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON)
          .validate(object.toString(), InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
