package app.oddiya.domain.shared;

/// Somebody wrote for an account that has been deleted, with an access token that still lives.
/// Nothing was written. A web layer answers 401 `account_deleted`.
///
/// It is thrown and not returned: every write of every user may meet it, none can do anything about
/// it, and it ends with the token, an hour at most after the deletion.
public final class AccountDeleted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AccountDeleted() {
    super("the account has been deleted", null, false, false);
  }
}
