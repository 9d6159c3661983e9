package app.oddiya.domain.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.identity.account.Keeper;
import app.oddiya.domain.identity.account.Keepers;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.shared.UserId;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [Keepers] does.
public interface KeepersContract {

  UserId SOMEBODY = new UserId(61);
  UserId ANOTHER = new UserId(62);

  Keepers keepers();

  /// Lets a service keep something of a user: bytes that it hands out as they are.
  void keeps(Keeper keeper, UserId user, byte[] archive);

  /// Whether a service keeps something of a user.
  boolean keeps(Keeper keeper, UserId user);

  /// Lets a service answer nobody.
  void fails(Keeper keeper);

  @ParameterizedTest
  @EnumSource
  default void aServiceForgetsWhoeverItIsToldToAndNobodyElse(Keeper keeper) {
    keeps(keeper, SOMEBODY, bytes("a"));
    keeps(keeper, ANOTHER, bytes("b"));

    keepers().forget(keeper, SOMEBODY, Deadlines.ample());
    keepers().forget(keeper, SOMEBODY, Deadlines.ample());

    assertThat(keeps(keeper, SOMEBODY)).isFalse();
    assertThat(keeps(keeper, ANOTHER)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  default void whatAServiceKeepsIsRead(Keeper keeper) throws Exception {
    keeps(keeper, SOMEBODY, bytes("of " + keeper));

    try (InputStream archive = keepers().open(keeper, SOMEBODY, Deadlines.ample())) {
      assertThat(archive.readAllBytes()).asString().isEqualTo("of " + keeper);
    }
  }

  @Test
  default void aServiceThatDoesNotAnswerIsAnOutageOfItsOwn() {
    keeps(Keeper.PLAN, SOMEBODY, bytes("a"));
    fails(Keeper.VIDEO);

    assertThatThrownBy(() -> keepers().forget(Keeper.VIDEO, SOMEBODY, Deadlines.ample()))
        .isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> keepers().open(Keeper.VIDEO, SOMEBODY, Deadlines.ample()))
        .isInstanceOf(Unavailable.class);
    keepers().forget(Keeper.PLAN, SOMEBODY, Deadlines.ample());
    assertThat(keeps(Keeper.PLAN, SOMEBODY)).isFalse();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
