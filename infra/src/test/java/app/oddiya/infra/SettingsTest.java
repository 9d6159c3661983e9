package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void everythingThatIsMissingIsSaidAtOnce() {
    assertThatThrownBy(() -> Settings.read(_ -> null, Path.of("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oddiya:certificate: is missing")
        .hasMessageContaining("oddiya:mail: is missing")
        .hasMessageContaining("oddiya:apns-key-id: is missing");
  }

  @Test
  void kubernetesDoesNotAnswerEverybody() {
    var context = new HashMap<>(Synthesis.CONTEXT);
    context.put("oddiya:operators", "0.0.0.0/0");
    assertThatThrownBy(() -> Settings.read(context::get, Path.of("")))
        .hasMessageContaining("0.0.0.0/0 (expected: networks of yours)");
  }

  @Test
  void aProfileIsToldFromTheModelItCalls() {
    var profile = new Settings.Bedrock("ap-northeast-2", "apac.anthropic.claude-x:0");
    assertThat(profile.isProfile()).isTrue();
    assertThat(profile.foundationModel()).isEqualTo("anthropic.claude-x:0");
    var model = new Settings.Bedrock("ap-northeast-2", "anthropic.claude-x:0");
    assertThat(model.isProfile()).isFalse();
    assertThat(model.foundationModel()).isEqualTo("anthropic.claude-x:0");
  }

  @Test
  void withoutANodeItSaysWhatToInstall() {
    assertThatThrownBy(() -> Node.require(""))
        .hasMessageContaining("needs Node.js 20 or later")
        .hasMessageContaining("found: none");
    assertThatThrownBy(() -> Node.require("v18.20.4")).hasMessageContaining("found: v18.20.4");
    Node.require("v22.1.0");
  }
}
