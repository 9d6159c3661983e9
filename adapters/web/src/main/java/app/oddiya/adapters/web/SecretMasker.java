package app.oddiya.adapters.web;

import java.util.regex.Pattern;
import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/// Takes tokens and e-mail addresses out of the log. Nobody logs these on purpose; the text of an
/// exception may.
///
/// The encoder's own masker would try each expression on every text, which costs more than the rest
/// of a request's line. So it is asked first whether there is anything that could be one.
public final class SecretMasker implements ValueMasker {

  private static final String HIDDEN = "***";
  private static final String TOKEN_BEGINS = "eyJ";
  private static final Pattern TOKEN =
      Pattern.compile(TOKEN_BEGINS + "[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+");

  /// @return null for a value in which there is nothing to hide
  @Override
  public @Nullable Object mask(TokenStreamContext place, @Nullable Object value) {
    if (!(value instanceof CharSequence text)) {
      return null;
    }
    String said = text.toString();
    String left = said;
    if (left.contains(TOKEN_BEGINS)) {
      left = TOKEN.matcher(left).replaceAll(HIDDEN);
    }
    if (left.indexOf('@') >= 0) {
      left = ADDRESS.matcher(left).replaceAll(HIDDEN);
    }
    return left.equals(said) ? null : left;
  }
}
