package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names and values of a query or form (`application/x-www-form-urlencoded`).
///
/// Read by ourselves and not by the servlet container: that one turns what it cannot decode into
/// replacement characters, or answers in words of its own.
final class UrlEncoded {

  private static final int MOST_PARAMETERS = 256;

  private UrlEncoded() {}

  /// @throws Refusal with 400 if it is not UTF-8 behind its percent signs
  static Map<String, List<String>> parse(String encoded) {
    Map<String, List<String>> parameters = new HashMap<>();
    if (encoded.isEmpty()) {
      return parameters;
    }
    String[] pairs = encoded.split("&", -1);
    if (pairs.length > MOST_PARAMETERS) {
      throw malformed("Too many parameters.");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!pair.isEmpty()) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw malformed("A percent sign without two hexadecimal digits.");
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else if (c < 0x80) {
        bytes.write(c);
      } else {
        throw malformed("A character that has to be percent-encoded.");
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static String utf8(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("A parameter is not UTF-8.");
    }
    if (!Texts.isWellFormed(text)) {
      throw malformed("U+0000 in a parameter.");
    }
    return text;
  }

  private static Refusal malformed(String detail) {
    return Problem.malformed("malformed_parameters", detail).asException();
  }
}
