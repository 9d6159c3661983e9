package app.oddiya.adapters.aws;

/// All that an app does with the clients themselves; the rest goes through the ports.
///
/// @param close gives their connections back; called once, after the last request has ended
public record AwsLife(Runnable close) {}
