package app.oddiya.domain.identity.session;

/// A refresh token that only the holder of its predecessor can read: encrypted under a key made
/// from the predecessor, which is itself kept only as a hash.
///
/// @param value base64url without padding
public record SealedToken(String value) {}
