package app.oddiya.adapters.services.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.http.InternalTokens;
import app.oddiya.adapters.http.ServiceClients;
import app.oddiya.adapters.services.Sibling;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.contract.TripsContract;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.TripOutline;
import app.oddiya.domain.video.job.Trips;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTripsTest implements TripsContract {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final String KEY = Sibling.anyPrivateKey();

  private final ServiceClients clients =
      ServiceClients.signing(InternalTokens.of("video", KEY, CLOCK), CLOCK);
  private final Sibling plan = new Sibling(this::answer);
  private int status = 200;

  HttpTripsTest() throws IOException {}

  @AfterEach
  void stop() {
    clients.close();
    plan.close();
  }

  @Override
  public Trips trips() {
    return VideoServicesModule.trips(clients, new PlanServiceConfig(plan.url()));
  }

  @Override
  public String planned(TripOutline trip) {
    assertThat(trip).isEqualTo(Videos.trip());
    return "7";
  }

  @Test
  void aServiceThatIsDownIsNotAMissingPlan() {
    status = 503;

    assertThatThrownBy(() -> trips().find(OWNER, "7", Deadline.in(Duration.ofSeconds(5), CLOCK)))
        .isInstanceOf(Unavailable.class);
  }

  private Sibling.Answer answer(Sibling.Asked asked) {
    boolean known =
        asked.path().equals("/internal/plans/7") && asked.user().equals(OWNER.toString());
    return known ? new Sibling.Answer(status, PLAN) : new Sibling.Answer(404, "{}");
  }

  /// [Videos#trip] as the plan service writes it; films pass over what they do not need.
  private static final String PLAN =
      """
      {"id":"7","title":"부산 여행","language":"ko","source":"optimizer",
       "startDate":"2026-11-14","endDate":"2026-11-14",
       "days":[{"date":"2026-11-14","weather":{"kind":"forecast","lowC":7.5,"highC":14.25,
         "rain":[{"from":"09:00","millimetres":0.2},{"from":"15:00","millimetres":1.5}]},"stops":[
         {"id":"s1","placeId":"catalogue:1","name":"Haeundae Beach","localName":"해운대해수욕장",
          "position":{"lat":35.1586975,"lng":129.1603842},"arrive":"09:30","depart":"11:00",
          "legFromPrevious":null,"checks":{"open":{"verdict":"pass","reason":"x"}}},
         {"id":"s2","placeId":"catalogue:2","name":"Gwangalli Beach","localName":"광안리해수욕장",
          "position":{"lat":35.1586975,"lng":129.1603842},"arrive":"22:30","depart":"00:15"}]}],
       "totals":{},"certificate":{"verdict":"unknown"}}
      """;
}
