package app.oddiya.apps.stores.sns;

import app.oddiya.apps.stores.sns.Registry.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The actions that Oddiya uses, as the [API
/// reference](https://docs.aws.amazon.com/sns/latest/api/API_Operations.html) describes them: what
/// it does not describe is refused. Each answers the XML of its result.
final class Actions {

  private static final int MAX_MESSAGE_BYTES = 256 * 1024;
  private static final int MAX_PUSH_BYTES = 4096;
  private static final int MAX_USER_DATA_BYTES = 2048;
  private static final int ENDPOINTS_IN_A_PAGE = 100;
  private static final Set<String> PLATFORMS =
      Set.of(
          "ADM",
          "APNS",
          "APNS_SANDBOX",
          "APNS_VOIP",
          "APNS_VOIP_SANDBOX",
          "BAIDU",
          "GCM",
          "MACOS",
          "MACOS_SANDBOX",
          "MPNS",
          "WNS");
  private static final Set<String> ENDPOINT_ATTRIBUTES =
      Set.of("CustomUserData", "Enabled", "Token");
  private static final JsonMapper json =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Registry registry;
  private final Published published;
  private final Supplier<UUID> ids;

  Actions(Registry registry, Published published, Supplier<UUID> ids) {
    this.registry = registry;
    this.published = published;
    this.ids = ids;
  }

  String run(String action, Parameters parameters) throws Refusal, IOException {
    return switch (action) {
      case "CreateTopic" -> createTopic(parameters);
      case "Publish" -> publish(parameters);
      case "CreatePlatformApplication" -> createPlatformApplication(parameters);
      case "CreatePlatformEndpoint" -> createPlatformEndpoint(parameters);
      case "GetEndpointAttributes" -> getEndpointAttributes(parameters);
      case "SetEndpointAttributes" -> setEndpointAttributes(parameters);
      case "DeleteEndpoint" -> deleteEndpoint(parameters);
      case "ListEndpointsByPlatformApplication" -> listEndpoints(parameters);
      default ->
          throw Refusal.invalidAction("The action " + action + " is not valid for this endpoint.");
    };
  }

  private String createTopic(Parameters parameters) throws Refusal, IOException {
    String name = parameters.required("Name");
    parameters.nothingElse();
    if (!name.matches("[A-Za-z0-9_-]{1,256}")) {
      throw Refusal.invalidParameter("Topic Name", name);
    }
    return Answer.element("TopicArn", registry.createTopic(name));
  }

  private String createPlatformApplication(Parameters parameters) throws Refusal, IOException {
    String name = parameters.required("Name");
    String platform = parameters.required("Platform");
    Map<String, String> attributes = parameters.map("Attributes", "key", "value");
    parameters.nothingElse();
    if (!name.matches("[A-Za-z0-9_.-]{1,256}")) {
      throw Refusal.invalidParameter("Name", "Invalid name");
    }
    if (!PLATFORMS.contains(platform)) {
      throw Refusal.invalidParameter("Platform", platform + " is not supported");
    }
    if (!attributes.containsKey("PlatformCredential")) {
      throw Refusal.invalidParameter("Attributes", "PlatformCredential is required");
    }
    return Answer.element(
        "PlatformApplicationArn", registry.createPlatformApplication(name, platform));
  }

  /// Idempotent for one token and the same attributes; the wording of the refusal otherwise is what
  /// clients look for the ARN in.
  private String createPlatformEndpoint(Parameters parameters) throws Refusal, IOException {
    String application = parameters.required("PlatformApplicationArn");
    String token = parameters.required("Token");
    Map<String, String> attributes = new TreeMap<>(Map.of("Enabled", "true"));
    attributes.putAll(endpointAttributes(parameters));
    parameters.optional("CustomUserData").ifPresent(data -> attributes.put("CustomUserData", data));
    attributes.put("Token", token);
    parameters.nothingElse();
    check(attributes);
    if (!registry.hasApplication(application)) {
      throw Refusal.notFound("PlatformApplication");
    }
    Endpoint endpoint = registry.endpointOf(application, token).orElse(null);
    if (endpoint == null) {
      endpoint = registry.createEndpoint(application, attributes);
    } else if (!endpoint.attributes().equals(attributes)) {
      throw Refusal.invalidParameter(
          "Token",
          "Endpoint %s already exists with the same Token, but different attributes."
              .formatted(endpoint.arn()));
    }
    return Answer.element("EndpointArn", endpoint.arn());
  }

  private String getEndpointAttributes(Parameters parameters) throws Refusal {
    Endpoint endpoint = endpoint(parameters);
    parameters.nothingElse();
    return Answer.map("Attributes", endpoint.attributes());
  }

  private String setEndpointAttributes(Parameters parameters) throws Refusal, IOException {
    Endpoint endpoint = endpoint(parameters);
    Map<String, String> attributes = endpointAttributes(parameters);
    parameters.nothingElse();
    check(attributes);
    registry.change(endpoint, attributes);
    return "";
  }

  private String deleteEndpoint(Parameters parameters) throws Refusal, IOException {
    String arn = parameters.required("EndpointArn");
    parameters.nothingElse();
    registry.deleteEndpoint(arn);
    return "";
  }

  /// At most 100 at a time; the token is the last one's ARN.
  private String listEndpoints(Parameters parameters) throws Refusal {
    String application = parameters.required("PlatformApplicationArn");
    String token = parameters.optional("NextToken").orElse("");
    parameters.nothingElse();
    if (!registry.hasApplication(application)) {
      throw Refusal.notFound("PlatformApplication");
    }
    List<Endpoint> rest = registry.endpointsOf(application, token);
    List<Endpoint> page = rest.subList(0, Math.min(ENDPOINTS_IN_A_PAGE, rest.size()));
    String endpoints =
        page.stream()
            .map(
                endpoint ->
                    "<member>%s%s</member>"
                        .formatted(
                            Answer.element("EndpointArn", endpoint.arn()),
                            Answer.map("Attributes", endpoint.attributes())))
            .collect(Collectors.joining("", "<Endpoints>", "</Endpoints>"));
    return page.size() == rest.size()
        ? endpoints
        : endpoints + Answer.element("NextToken", page.getLast().arn());
  }

  private Endpoint endpoint(Parameters parameters) throws Refusal {
    return registry
        .endpoint(parameters.required("EndpointArn"))
        .orElseThrow(() -> Refusal.notFound("Endpoint"));
  }

  private static Map<String, String> endpointAttributes(Parameters parameters) throws Refusal {
    Map<String, String> attributes = parameters.map("Attributes", "key", "value");
    for (String name : attributes.keySet()) {
      if (!ENDPOINT_ATTRIBUTES.contains(name)) {
        throw Refusal.invalidParameter("Attributes", "Invalid attribute name: " + name);
      }
    }
    return attributes;
  }

  private static void check(Map<String, String> attributes) throws Refusal {
    if (bytes(attributes.getOrDefault("CustomUserData", "")) > MAX_USER_DATA_BYTES) {
      throw Refusal.invalidParameter("CustomUserData", "must be at most 2048 bytes long");
    }
    if (!attributes.getOrDefault("Enabled", "true").matches("(?i)true|false")) {
      throw Refusal.invalidParameter("Attributes", "Enabled must be true or false");
    }
  }

  private String publish(Parameters parameters) throws Refusal, IOException {
    String message = parameters.required("Message");
    String subject = parameters.optional("Subject").orElse("");
    String structure = parameters.optional("MessageStructure").orElse("");
    Map<String, String> types = parameters.map("MessageAttributes", "Name", "Value.DataType");
    Map<String, String> attributes =
        parameters.map("MessageAttributes", "Name", "Value.StringValue");
    String topic = parameters.optional("TopicArn").orElse("");
    String target = parameters.optional("TargetArn").orElse(topic);
    parameters.nothingElse();
    if (target.isEmpty() || (!topic.isEmpty() && !target.equals(topic))) {
      throw Refusal.invalidParameter("TopicArn or TargetArn", "exactly one is required");
    }
    if (bytes(message) > MAX_MESSAGE_BYTES) {
      throw Refusal.invalidParameter("Message", "Message too long");
    }
    if (!subject.isEmpty() && !subject.matches("[!-~][ -~]{0,98}")) {
      throw Refusal.invalidParameter("Subject", "fewer than 100 printable ASCII characters");
    }
    if (!types.keySet().equals(attributes.keySet())) {
      throw Refusal.invalidParameter("MessageAttributes", "each needs a DataType and a value");
    }
    String messageId = ids.get().toString();
    if (registry.hasTopic(target)) {
      String payload = payload(message, structure, "default");
      published.add(new Published.Message(messageId, target, "", "", subject, payload, attributes));
    } else {
      Endpoint endpoint = pushable(target);
      String payload = payload(message, structure, endpoint.platform());
      if (bytes(payload) > MAX_PUSH_BYTES) {
        throw Refusal.invalidParameter("Message", "the notification is larger than 4096 bytes");
      }
      published.add(
          new Published.Message(
              messageId,
              target,
              endpoint.platform(),
              endpoint.token(),
              subject,
              payload,
              attributes));
    }
    return Answer.element("MessageId", messageId);
  }

  private Endpoint pushable(String arn) throws Refusal {
    if (!arn.contains(":endpoint/")) {
      throw Refusal.notFound("Topic");
    }
    Endpoint endpoint =
        registry
            .endpoint(arn)
            .orElseThrow(
                () ->
                    Refusal.invalidParameter(
                        "TargetArn", "No endpoint found for the target arn specified"));
    if (!endpoint.enabled()) {
      throw Refusal.endpointDisabled();
    }
    return endpoint;
  }

  /// What one kind of target gets of a message: all of a plain one; of a structured one its
  /// own part, or the default where it has none.
  private static String payload(String message, String structure, String platform) throws Refusal {
    if (structure.isEmpty()) {
      return message;
    }
    if (!structure.equals("json")) {
      throw Refusal.invalidParameter("MessageStructure", "expected: json");
    }
    JsonNode parts = parsed(message, "Message Structure - JSON message body failed to parse");
    if (!parts.path("default").isString()) {
      throw Refusal.invalidParameter("Message Structure", "No default entry in JSON message body");
    }
    JsonNode part = parts.path(platform);
    if (!part.isString()) {
      return parts.path("default").stringValue();
    }
    checkPush(platform, part.stringValue());
    return part.stringValue();
  }

  /// Apple's payload carries `aps`; Google's is the HTTP v1 form, `fcmV1Message.message`, or the
  /// legacy form that SNS still translates, `notification` or `data`.
  private static void checkPush(String platform, String payload) throws Refusal {
    JsonNode push = parsed(payload, platform + " payload failed to parse");
    boolean known =
        switch (platform) {
          case "APNS", "APNS_SANDBOX" -> push.path("aps").isObject();
          case "GCM" ->
              push.path("fcmV1Message").path("message").isObject()
                  || push.path("notification").isObject()
                  || push.path("data").isObject();
          default -> true;
        };
    if (!known) {
      throw Refusal.invalidParameter("Message", "no notification for " + platform);
    }
  }

  private static JsonNode parsed(String text, String otherwise) throws Refusal {
    try {
      JsonNode node = json.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw Refusal.invalidParameter("Message", otherwise + ": " + e.getOriginalMessage());
    }
    throw Refusal.invalidParameter("Message", otherwise);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
