package app.oddiya.infra;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The template as it is written, asked in Java: every question to CDK itself would go through its
/// child process.
record Made(JsonNode template) {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\{\"Fn::GetAtt\":\\[\"(\\w+?)(?:[0-9A-F]{8})?\",\"\\w+\"\\]\\}");
  private static final Pattern REFERENCE =
      Pattern.compile("\\{\"Ref\":\"(?:AWS::\\w+|(\\w+?)(?:[0-9A-F]{8})?)\"\\}");

  static Made of(Map<String, Object> template) {
    return new Made(JsonMapper.shared().valueToTree(template));
  }

  JsonNode outputs() {
    return template.path("Outputs");
  }

  /// Resources of a type, with their ids.
  List<Map.Entry<String, JsonNode>> all(String type) {
    return template.path("Resources").properties().stream()
        .filter(resource -> resource.getValue().path("Type").asString("").equals(type))
        .toList();
  }

  List<JsonNode> properties(String type) {
    return all(type).stream().map(resource -> resource.getValue().path("Properties")).toList();
  }

  /// Resources of a type, each as its text in JSON.
  List<String> texts(String type) {
    return all(type).stream().map(resource -> resource.getValue().toString()).toList();
  }

  /// The logical id of the resource of this type whose id begins so.
  String id(String type, String beginning) {
    return all(type).stream()
        .map(Map.Entry::getKey)
        .filter(id -> id.startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  /// What a role may do, as `action on resource`, with `if ...` where there is a condition.
  List<String> permissions(String roleName) {
    String role =
        all("AWS::IAM::Role").stream()
            .filter(
                found -> found.getValue().at("/Properties/RoleName").asString("").equals(roleName))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    return properties("AWS::IAM::Policy").stream()
        .filter(policy -> policy.at("/Roles/0/Ref").asString("").equals(role))
        .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
        .flatMap(Made::lines)
        .distinct()
        .toList();
  }

  private static Stream<String> lines(JsonNode statement) {
    String condition = statement.has("Condition") ? " if ..." : "";
    return each(statement.path("Action"))
        .flatMap(
            action ->
                each(statement.path("Resource"))
                    .map(resource -> action.asString() + " on " + shortened(resource) + condition));
  }

  private static Stream<JsonNode> each(JsonNode oneOrMore) {
    return oneOrMore.isArray() ? oneOrMore.valueStream() : Stream.of(oneOrMore);
  }

  /// Without what CDK adds to names, and without account and partition.
  private static String shortened(JsonNode resource) {
    String text = ATTRIBUTE.matcher(resource.toString()).replaceAll("$1");
    return REFERENCE
        .matcher(text)
        .replaceAll("$1")
        .replaceAll("Fn::Join|[\\[\\]{}\",]", "")
        .replaceFirst("^:+(?=arn|\\w)", "");
  }
}
