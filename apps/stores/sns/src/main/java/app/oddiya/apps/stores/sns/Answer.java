package app.oddiya.apps.stores.sns;

import java.util.Map;

/// The documents that SNS answers with.
final class Answer {

  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private Answer() {}

  /// @param result XML of the inside of the result element; empty where the action has none
  static String success(String action, String result, String requestId) {
    String wrapped =
        result.isEmpty() ? "" : "<%1$sResult>%2$s</%1$sResult>".formatted(action, result);
    String metadata =
        "<ResponseMetadata>%s</ResponseMetadata>".formatted(element("RequestId", requestId));
    return "<%1$sResponse xmlns=\"%2$s\">%3$s%4$s</%1$sResponse>"
        .formatted(action, NAMESPACE, wrapped, metadata);
  }

  static String failure(Refusal refusal, String requestId) {
    return "<ErrorResponse xmlns=\"%s\"><Error><Type>Sender</Type>%s%s</Error>%s</ErrorResponse>"
        .formatted(
            NAMESPACE,
            element("Code", refusal.code()),
            element("Message", refusal.reason()),
            element("RequestId", requestId));
  }

  static String element(String name, String text) {
    return "<%1$s>%2$s</%1$s>".formatted(name, escaped(text));
  }

  static String map(String name, Map<String, String> entries) {
    StringBuilder xml = new StringBuilder();
    entries.forEach(
        (key, value) ->
            xml.append("<entry>")
                .append(element("key", key))
                .append(element("value", value))
                .append("</entry>"));
    return "<%1$s>%2$s</%1$s>".formatted(name, xml);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
