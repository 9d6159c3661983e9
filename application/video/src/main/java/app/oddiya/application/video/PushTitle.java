package app.oddiya.application.video;

import java.util.Locale;

/// The one line of a push, in the languages that the app speaks.
final class PushTitle {

  private PushTitle() {}

  /// @param locale a language tag (BCP 47); English for any language that is none of ours
  static String of(String locale, boolean completed) {
    return switch (Locale.forLanguageTag(locale).getLanguage()) {
      case "ko" -> completed ? "여행 영상이 완성됐어요" : "여행 영상을 만들지 못했어요";
      case "ja" -> completed ? "旅の動画ができました" : "旅の動画を作れませんでした";
      case "zh" -> completed ? "旅行视频做好了" : "旅行视频没能做成";
      default -> completed ? "The film of your trip is ready" : "Your film could not be made";
    };
  }
}
