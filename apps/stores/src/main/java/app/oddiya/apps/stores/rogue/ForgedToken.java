package app.oddiya.apps.stores.rogue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A JWT in the making, of which every member can be changed, left out, or written twice.
public final class ForgedToken {

  private record Member(String name, Object value) {}

  private final List<Member> header = new ArrayList<>();
  private final List<Member> claims = new ArrayList<>();
  private ForgedKey key;
  private byte[] secret = {};

  ForgedToken(ForgedKey key) {
    this.key = key;
    header("alg", "RS256");
    header("kid", key.id());
  }

  /// @param value a text, a number, a truth value, a list of them, or a [Json] as it stands
  public ForgedToken header(String name, Object value) {
    set(header, name, value);
    return this;
  }

  /// @param value as of [#header]
  public ForgedToken claim(String name, Object value) {
    set(claims, name, value);
    return this;
  }

  /// Adds an audience.
  public ForgedToken alsoFor(String other) {
    Object first =
        claims.stream().filter(it -> it.name.equals("aud")).findFirst().orElseThrow().value;
    return claim("aud", List.of(first, other));
  }

  public ForgedToken without(String claim) {
    claims.removeIf(member -> member.name.equals(claim));
    return this;
  }

  /// Writes a name a second time.
  public ForgedToken headerAgain(String name, Object value) {
    header.add(new Member(name, value));
    return this;
  }

  /// Writes a name a second time.
  public ForgedToken claimAgain(String name, Object value) {
    claims.add(new Member(name, value));
    return this;
  }

  /// Signs with another key, whatever the header says.
  public ForgedToken signedBy(ForgedKey other) {
    key = other;
    return this;
  }

  /// For HS256.
  public ForgedToken signedBy(byte[] shared) {
    secret = shared.clone();
    return this;
  }

  /// Signs by the algorithm that the header names.
  public String compact() {
    String input = encoded(json(header)) + "." + encoded(json(claims));
    return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(input));
  }

  /// JSON that stands in a token as it is.
  public record Json(String text) {}

  private byte[] signature(String input) {
    String algorithm = String.valueOf(header.getFirst().value);
    return switch (algorithm) {
      case "none", "None", "nOnE" -> new byte[0];
      case "HS256" -> mac(input);
      default -> key.sign(algorithm, input);
    };
  }

  private byte[] mac(String input) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }

  private static void set(List<Member> members, String name, Object value) {
    Member member = new Member(name, value);
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).name.equals(name)) {
        members.set(i, member);
        return;
      }
    }
    members.add(member);
  }

  private static String json(List<Member> members) {
    return members.stream()
        .map(member -> "\"" + member.name + "\":" + json(member.value))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    return switch (value) {
      case Json json -> json.text;
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case List<?> list ->
          list.stream().map(ForgedToken::json).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
