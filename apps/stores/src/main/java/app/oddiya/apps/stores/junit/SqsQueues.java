package app.oddiya.apps.stores.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Makes queues in SQS's JSON protocol, so that this module needs no SDK.
final class SqsQueues {

  private final URI endpoint;

  SqsQueues(URI endpoint) {
    this.endpoint = endpoint;
  }

  /// @param attributes a JSON object
  void make(String name, String attributes) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "AmazonSQS.CreateQueue")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"QueueName\": \"%s\", \"Attributes\": %s}".formatted(name, attributes)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "no queue " + name + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
