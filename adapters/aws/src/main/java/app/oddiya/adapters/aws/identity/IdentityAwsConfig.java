package app.oddiya.adapters.aws.identity;

/// The SNS platform applications that endpoints are made in.
///
/// @param apnsArn for iOS
/// @param fcmArn for Android
public record IdentityAwsConfig(String apnsArn, String fcmArn) {}
