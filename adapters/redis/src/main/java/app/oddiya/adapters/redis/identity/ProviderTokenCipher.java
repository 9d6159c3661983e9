package app.oddiya.adapters.redis.identity;

import app.oddiya.domain.identity.account.Provider;
import app.oddiya.domain.identity.session.ProviderToken;
import app.oddiya.domain.shared.UserId;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.text.ParseException;
import tools.jackson.databind.json.JsonMapper;

/// Providers' tokens as JWE (RFC 7516), `dir` with A256GCM. The store alone is not enough to read
/// them, and what was encrypted for one user is of no use as another's.
final class ProviderTokenCipher {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ProviderTokenKeys keys;

  ProviderTokenCipher(ProviderTokenKeys keys) {
    this.keys = keys;
  }

  private record Content(String user, String provider, String client, String token) {}

  String encrypt(UserId user, ProviderToken token) {
    OctetSequenceKey key = keys.keys().getFirst();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(ProviderTokenKeys.id(key))
            .build();
    var content =
        new Content(user.toString(), token.provider().code(), token.client(), token.value());
    var encrypted = new JWEObject(header, new Payload(JSON.writeValueAsString(content)));
    try {
      encrypted.encrypt(new DirectEncrypter(key));
    } catch (JOSEException unusable) {
      throw new IllegalStateException("a key of 256 bits encrypts", unusable);
    }
    return encrypted.serialize();
  }

  /// @throws IllegalStateException if it was not encrypted here for this user, or its key is gone
  ProviderToken decrypt(UserId user, String encrypted) {
    try {
      JWEObject object = JWEObject.parse(encrypted);
      object.decrypt(new DirectDecrypter(key(object.getHeader().getKeyID())));
      Content content = JSON.readValue(object.getPayload().toString(), Content.class);
      if (!content.user.equals(user.toString())) {
        throw new IllegalStateException("a provider's token is another user's");
      }
      return new ProviderToken(
          Provider.parse(content.provider).orElseThrow(), content.client, content.token);
    } catch (ParseException | JOSEException broken) {
      throw new IllegalStateException("what was stored is not what was encrypted", broken);
    }
  }

  private OctetSequenceKey key(String id) {
    return keys.keys().stream()
        .filter(key -> ProviderTokenKeys.id(key).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a provider's token is under no key of ours"));
  }
}
