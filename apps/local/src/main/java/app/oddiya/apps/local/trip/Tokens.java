package app.oddiya.apps.local.trip;

/// What signing in is for.
///
/// @param refresh good once
record Tokens(String access, String refresh) {}
