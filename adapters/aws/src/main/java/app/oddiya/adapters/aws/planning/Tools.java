package app.oddiya.adapters.aws.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolInputSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tools that a model is told of, read from a resource. Their words are part of every prompt: a
/// change of them is a new version, beside the old one.
final class Tools {

  static final CachePointBlock CACHE_POINT =
      CachePointBlock.builder().type(CachePointType.DEFAULT).build();

  private static final String VERSION = "tools/v1.json";

  private Tools() {}

  /// With a cache point after the last: they are the same for everybody.
  static ToolConfiguration configuration() {
    List<Tool> tools = new ArrayList<>();
    for (JsonNode tool : all()) {
      tools.add(
          Tool.fromToolSpec(
              spec ->
                  spec.name(tool.path("name").asString())
                      .description(tool.path("description").asString())
                      .inputSchema(
                          ToolInputSchema.fromJson(Documents.of(tool.path("inputSchema"))))));
    }
    tools.add(Tool.fromCachePoint(CACHE_POINT));
    return ToolConfiguration.builder().tools(tools).build();
  }

  static JsonNode all() {
    try (InputStream resource = Tools.class.getResourceAsStream(VERSION)) {
      if (resource == null) {
        throw new IllegalStateException(VERSION + " is missing");
      }
      return JsonMapper.shared().readTree(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
