package app.oddiya.adapters.http;

/// How a sibling answers a call for bytes: with them, or with a plain answer, which is a refusal.
public sealed interface Opened permits ByteStream, Answer {}
