// Makes a platform application of SNS, for which CloudFormation has no resource. The credential is a
// parameter of Systems Manager, read here, so that no template and no log ever holds it. Deleting the
// stack leaves the application: with it would go the endpoint of every phone.
const { SNSClient, CreatePlatformApplicationCommand, SetPlatformApplicationAttributesCommand } =
  require("@aws-sdk/client-sns");
const { SSMClient, GetParameterCommand } = require("@aws-sdk/client-ssm");

exports.handler = async (event) => {
  const answer = {
    Status: "SUCCESS",
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    StackId: event.StackId,
    PhysicalResourceId: event.PhysicalResourceId ?? "none",
  };
  try {
    if (event.RequestType !== "Delete") {
      answer.PhysicalResourceId = await settle(event.ResourceProperties);
    }
  } catch (error) {
    answer.Status = "FAILED";
    answer.Reason = `${error.name}: ${event.ResourceProperties.Name}`;
  }
  await fetch(event.ResponseURL, { method: "PUT", body: JSON.stringify(answer) });
};

// Creating is asked by name, and refused where the name has other attributes: those are set then.
async function settle({ Name, Platform, Arn, CredentialParameter, Attributes }) {
  const { Parameter } = await new SSMClient().send(
    new GetParameterCommand({ Name: CredentialParameter, WithDecryption: true }));
  const all = { ...Attributes, PlatformCredential: Parameter.Value };
  const sns = new SNSClient();
  try {
    const made = await sns.send(
      new CreatePlatformApplicationCommand({ Name, Platform, Attributes: all }));
    return made.PlatformApplicationArn;
  } catch (error) {
    if (error.name !== "InvalidParameterException") throw error;
    await sns.send(new SetPlatformApplicationAttributesCommand(
      { PlatformApplicationArn: Arn, Attributes: all }));
    return Arn;
  }
}
