package app.oddiya.adapters.aws.planning;

class WholeBedrockModelTest extends BedrockModels {

  WholeBedrockModelTest() {
    super(false);
  }
}
