package app.oddiya.adapters.http;

/// How a sibling answers a call for events: with them, or with a plain answer, which is a refusal
/// or an answer that is complete already.
public sealed interface Streamed permits EventStream, Answer {}
