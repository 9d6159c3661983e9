package app.oddiya.domain.identity.account;

/// Where the push service delivers to one device.
///
/// @param arn the push service's name for it
public record PushEndpoint(String arn) {

  public PushEndpoint {
    if (arn.isBlank()) {
      throw new IllegalArgumentException("arn: blank (expected: an Amazon Resource Name)");
    }
  }
}
