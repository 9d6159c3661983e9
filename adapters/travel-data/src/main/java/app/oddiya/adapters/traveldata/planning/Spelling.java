package app.oddiya.adapters.traveldata.planning;

import java.text.Normalizer;
import java.util.Locale;

/// Names as they are compared: without case, width, accents of romanisation, spaces, hyphens,
/// dots and commas.
final class Spelling {

  private Spelling() {}

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}·・ー]+", "");
  }
}
