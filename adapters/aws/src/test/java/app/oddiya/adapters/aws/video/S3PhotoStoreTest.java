package app.oddiya.adapters.aws.video;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PhotoStoreContract;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.PhotoStore.Ticket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3PhotoStoreTest implements PhotoStoreContract {

  @RegisterExtension static final S3Extension s3 = new S3Extension();

  private static final InstantSource CLOCK = InstantSource.system();

  @Override
  public PhotoStore store() {
    return storeAt(s3.endpoint());
  }

  private static PhotoStore storeAt(URI endpoint) {
    var clients =
        AwsModule.clients(
            new AwsConfig(
                s3.region(),
                Optional.of(new AwsConfig.Keys(s3.accessKeyId(), s3.secretAccessKey())),
                Optional.of(endpoint),
                Optional.empty(),
                Optional.empty()));
    return VideoAwsModule.photoStore(
        new VideoAwsConfig(s3.bucket(), "", ""),
        AwsModule.s3(clients),
        AwsModule.s3Presigner(clients),
        CLOCK);
  }

  @Override
  public boolean send(Ticket ticket, String contentType, byte[] content) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ticket.url())
            .timeout(Duration.ofSeconds(20))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
    ticket.headers().forEach(request::setHeader);
    request.setHeader("content-type", contentType);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }
  }

  @Override
  public byte[] follow(URI link) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(20)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
  }

  @Test
  void aStoreThatIsDownIsUnavailable() {
    PhotoStore down = storeAt(URI.create("http://127.0.0.1:1"));
    FileUrl file = FileUrl.upload(s3.bucket(), OWNER, UUID.randomUUID());
    Deadline soon = Deadline.in(Duration.ofSeconds(5), CLOCK);

    assertThatThrownBy(() -> down.stat(List.of(file), soon)).isInstanceOf(Unavailable.class);
  }
}
