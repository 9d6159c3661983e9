package app.oddiya.adapters.aws.video;

/// The names of what the video side uses at AWS. A process that does not use a part may leave its
/// name empty.
///
/// @param bucket of photos and films
/// @param queue of jobs; its dead letters are in the queue of the same name with `-dlq` behind it
/// @param topicArn of the events
public record VideoAwsConfig(String bucket, String queue, String topicArn) {}
