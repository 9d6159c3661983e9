package app.oddiya.domain.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [Devices] does.
public interface DevicesContract {

  Devices devices();

  /// A user whom the store knows and who has no devices yet.
  UserId owner();

  @Test
  default void aDeviceIsFoundByItsOwnerAndId() {
    Device phone = device(owner(), "phone");

    assertThat(devices().put(phone, Deadlines.ample())).isEmpty();

    assertThat(devices().find(phone.owner(), phone.id(), Deadlines.ample())).contains(phone);
    assertThat(devices().find(owner(), phone.id(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void devicesAreListedInTheOrderOfTheirIds() {
    UserId owner = owner();
    Device tablet = device(owner, "tablet");
    Device phone = device(owner, "phone");
    Device watch = device(owner, "Watch");
    List.of(tablet, phone, watch).forEach(it -> devices().put(it, Deadlines.ample()));

    assertThat(devices().of(owner, Deadlines.ample())).containsExactly(watch, phone, tablet);
  }

  @Test
  default void puttingADeviceAgainChangesNothing() {
    Device phone = device(owner(), "phone");
    devices().put(phone, Deadlines.ample());

    assertThat(devices().put(phone, Deadlines.ample())).isEmpty();

    assertThat(devices().of(phone.owner(), Deadlines.ample())).containsExactly(phone);
  }

  @Test
  default void aNewEndpointOfADeviceGivesBackTheOldOne() {
    Device before = device(owner(), "phone");
    Device after = device(before.owner(), "phone");
    devices().put(before, Deadlines.ample());

    assertThat(devices().put(after, Deadlines.ample())).contains(before.endpoint());

    assertThat(devices().of(after.owner(), Deadlines.ample())).containsExactly(after);
  }

  @Test
  default void anEndpointMovesToWhoeverSignsInOnThePhone() {
    Device hers = device(owner(), "phone");
    Device his = new Device(owner(), new DeviceId("mine"), hers.platform(), hers.endpoint());
    devices().put(hers, Deadlines.ample());

    assertThat(devices().put(his, Deadlines.ample())).isEmpty();

    assertThat(devices().of(hers.owner(), Deadlines.ample())).isEmpty();
    assertThat(devices().of(his.owner(), Deadlines.ample())).containsExactly(his);
  }

  @Test
  default void anEndpointThatTwoClaimAtOnceBelongsToOne() {
    var endpoint = new PushEndpoint("arn:aws:sns:endpoint/" + UUID.randomUUID());
    List<UserId> owners = List.of(owner(), owner());
    var turn = new AtomicInteger();

    Together.run(
        8,
        () -> {
          UserId owner = owners.get(turn.getAndIncrement() % 2);
          return devices()
              .put(
                  new Device(owner, new DeviceId("phone"), Platform.IOS, endpoint),
                  Deadlines.ample());
        });

    assertThat(owners)
        .flatExtracting(owner -> devices().of(owner, Deadlines.ample()))
        .extracting("endpoint")
        .containsExactly(endpoint);
  }

  @Test
  default void aRemovedDeviceIsGoneAndCanBeRemovedAgain() {
    Device phone = device(owner(), "phone");
    devices().put(phone, Deadlines.ample());

    devices().remove(phone.owner(), phone.id(), Deadlines.ample());
    devices().remove(phone.owner(), phone.id(), Deadlines.ample());

    assertThat(devices().of(phone.owner(), Deadlines.ample())).isEmpty();
  }

  @Test
  default void theDeviceOfAnEndpointIsForgottenAndNoOther() {
    Device phone = device(owner(), "phone");
    Device tablet = device(phone.owner(), "tablet");
    List.of(phone, tablet).forEach(it -> devices().put(it, Deadlines.ample()));

    devices().removeAt(phone.endpoint(), Deadlines.ample());
    devices().removeAt(phone.endpoint(), Deadlines.ample());

    assertThat(devices().of(phone.owner(), Deadlines.ample())).containsExactly(tablet);
  }

  private static Device device(UserId owner, String id) {
    return new Device(
        owner,
        new DeviceId(id),
        Platform.ANDROID,
        new PushEndpoint("arn:aws:sns:endpoint/" + UUID.randomUUID()));
  }
}
