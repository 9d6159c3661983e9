package app.oddiya.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the function's program on this machine's Node, with AWS's clients stood in for: SNS knows
/// the application `taken` under other attributes, Systems Manager one secret.
class PlatformApplicationTest {

  private static final String SNS =
      """
      class Command { constructor(input) { this.input = input; } }
      exports.CreatePlatformApplicationCommand = class Create extends Command {};
      exports.SetPlatformApplicationAttributesCommand = class Change extends Command {};
      exports.SNSClient = class {
        async send(command) {
          console.log(command.constructor.name, JSON.stringify(command.input));
          if (command.constructor.name === "Create" && command.input.Name === "taken") {
            throw Object.assign(new Error("of secret"), { name: "InvalidParameterException" });
          }
          return { PlatformApplicationArn: "arn:new" };
        }
      };
      """;

  private static final String SSM =
      """
      exports.GetParameterCommand = class { constructor(input) { this.input = input; } };
      exports.SSMClient = class {
        async send({ input }) {
          if (input.Name === "gone") {
            throw Object.assign(new Error("no secret"), { name: "ParameterNotFound" });
          }
          return { Parameter: { Value: "the secret" } };
        }
      };
      """;

  private static final String RUN =
      """
      global.fetch = async (url, { body }) => console.log("answer", body);
      const [RequestType, Name, CredentialParameter] = process.argv.slice(2);
      require("./index.js").handler({
        RequestType, RequestId: "1", LogicalResourceId: "l", StackId: "s", ResponseURL: "u",
        PhysicalResourceId: RequestType === "Create" ? undefined : "arn:before",
        ResourceProperties: {
          Name, Platform: "GCM", Arn: "arn:known", CredentialParameter, Attributes: { Extra: "1" },
        },
      });
      """;

  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Path modules = Files.createDirectories(folder.resolve("node_modules/@aws-sdk"));
    Files.writeString(
        Files.createDirectory(modules.resolve("client-sns")).resolve("index.js"), SNS);
    Files.writeString(
        Files.createDirectory(modules.resolve("client-ssm")).resolve("index.js"), SSM);
    Files.writeString(folder.resolve("index.js"), Resources.text("platform-application.js"));
    Files.writeString(folder.resolve("run.js"), RUN);
  }

  @Test
  void anApplicationIsMadeWithTheCredentialThatTheParameterHolds() throws IOException {
    assertThat(run("Create", "oddiya", "there"))
        .contains("Create {\"Name\":\"oddiya\",\"Platform\":\"GCM\"")
        .contains("\"Extra\":\"1\",\"PlatformCredential\":\"the secret\"")
        .contains("\"Status\":\"SUCCESS\"")
        .contains("\"PhysicalResourceId\":\"arn:new\"");
  }

  @Test
  void oneThatIsThereGetsTheNewAttributesAndKeepsItsName() throws IOException {
    assertThat(run("Update", "taken", "there"))
        .contains("Change {\"PlatformApplicationArn\":\"arn:known\"")
        .contains("\"Status\":\"SUCCESS\"")
        .contains("\"PhysicalResourceId\":\"arn:known\"");
  }

  @Test
  void aFailureIsAnsweredWithItsKindAndNothingOfTheSecret() throws IOException {
    assertThat(run("Create", "oddiya", "gone"))
        .contains("\"Status\":\"FAILED\"")
        .contains("ParameterNotFound")
        .doesNotContain("secret");
  }

  @Test
  void deletingLeavesTheApplicationAndItsPhones() throws IOException {
    assertThat(run("Delete", "oddiya", "there"))
        .startsWith("answer")
        .contains("\"Status\":\"SUCCESS\"")
        .contains("\"PhysicalResourceId\":\"arn:before\"");
  }

  private String run(String request, String name, String parameter) throws IOException {
    Process node =
        new ProcessBuilder("node", "run.js", request, name, parameter)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
