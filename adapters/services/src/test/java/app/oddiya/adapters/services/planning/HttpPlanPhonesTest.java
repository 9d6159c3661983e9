package app.oddiya.adapters.services.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.services.Sibling;
import app.oddiya.domain.planning.plan.PlanPhones;
import app.oddiya.domain.planning.plan.PlanPhones.Phone;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.PlanPhonesContract;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPlanPhonesTest implements PlanPhonesContract {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String KEY = Sibling.anyPrivateKey();

  private final ServiceClients clients =
      ServiceClients.signing(InternalTokens.of("plan", KEY, CLOCK), CLOCK);
  private final Sibling user = new Sibling(this::answer);
  private List<Phone> registered = List.of();
  private int status = 200;

  HttpPlanPhonesTest() throws IOException {}

  @AfterEach
  void stop() {
    clients.close();
    user.close();
  }

  @Override
  public PlanPhones phones() {
    return PlanningServicesModule.planPhones(clients, new UserServiceConfig(user.url()));
  }

  @Override
  public void registered(List<Phone> all) {
    registered = all;
  }

  @Test
  void whoIsGoneHasNoPhones() {
    status = 404;

    assertThat(phones().of(OWNER, soon())).isEmpty();
  }

  @Test
  void aServiceInTroubleIsAnOutageAndNotSilence() {
    status = 500;

    assertThatThrownBy(() -> phones().of(OWNER, soon())).isInstanceOf(Unavailable.class);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), CLOCK);
  }

  private Sibling.Answer answer(Sibling.Asked asked) {
    boolean owners = asked.path().equals("/internal/users/" + OWNER + "/devices");
    String items =
        owners
            ? registered.stream().map(HttpPlanPhonesTest::item).collect(Collectors.joining(","))
            : "";
    return new Sibling.Answer(status, "{\"items\":[" + items + "]}");
  }

  private static String item(Phone phone) {
    return """
    {"deviceId":"d","platform":"%s","endpointArn":"%s","locale":"%s"}"""
        .formatted(
            phone.platform().name().toLowerCase(Locale.ROOT), phone.endpoint(), phone.locale());
  }
}
