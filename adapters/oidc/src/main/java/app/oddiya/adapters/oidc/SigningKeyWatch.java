package app.oddiya.adapters.oidc;

/// Keeps up with the file of signing keys.
///
/// @param look to be run now and then: takes the file's keys if they have changed
public record SigningKeyWatch(Runnable look) {}
