package app.oddiya.adapters.memory.identity;

import app.oddiya.domain.identity.session.TokenSigner;
import app.oddiya.domain.testkit.contract.TokenSignerContract;

class MemoryTokenSignerTest implements TokenSignerContract {

  private final MemoryTokenSigner signer = new MemoryTokenSigner();

  @Override
  public TokenSigner signer() {
    return signer;
  }
}
