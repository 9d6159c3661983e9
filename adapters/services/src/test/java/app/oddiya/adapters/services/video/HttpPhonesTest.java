package app.oddiya.adapters.services.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.services.Sibling;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PhonesContract;
import app.oddiya.domain.video.job.Phones;
import app.oddiya.domain.video.job.Phones.Phone;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPhonesTest implements PhonesContract {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String KEY = Sibling.anyPrivateKey();

  private final ServiceClients clients =
      ServiceClients.signing(InternalTokens.of("video-worker", KEY, CLOCK), CLOCK);
  private final Sibling user = new Sibling(this::answer);
  private List<Phone> registered = List.of();
  private String oddPlatform = "";

  HttpPhonesTest() throws IOException {}

  @AfterEach
  void stop() {
    clients.close();
    user.close();
  }

  @Override
  public Phones phones() {
    return VideoServicesModule.phones(clients, new UserServiceConfig(user.url()));
  }

  @Override
  public void registered(List<Phone> all) {
    registered = all;
  }

  @Test
  void aPlatformThatNobodyKnowsIsAnOutageAndNotSilence() {
    oddPlatform = "pager";
    Deadline soon = Deadline.in(Duration.ofSeconds(5), CLOCK);

    assertThatThrownBy(() -> phones().of(OWNER, soon)).isInstanceOf(Unavailable.class);
  }

  private Sibling.Answer answer(Sibling.Asked asked) {
    assertThat(asked.path()).startsWith("/internal/users/").endsWith("/devices");
    boolean owners = asked.path().equals("/internal/users/" + OWNER + "/devices");
    String items =
        owners ? registered.stream().map(this::item).collect(Collectors.joining(",")) : "";
    if (!oddPlatform.isEmpty()) {
      items = item(oddPlatform, "arn", "en");
    }
    return new Sibling.Answer(200, "{\"items\":[" + items + "]}");
  }

  private String item(Phone phone) {
    return item(phone.platform().name().toLowerCase(Locale.ROOT), phone.endpoint(), phone.locale());
  }

  private static String item(String platform, String endpoint, String locale) {
    return """
    {"deviceId":"d","platform":"%s","endpointArn":"%s","locale":"%s"}"""
        .formatted(platform, endpoint, locale);
  }
}
