package planted.application.identity;

/// Keeps the rule of this context from selecting nothing.
final class SignIn {}
