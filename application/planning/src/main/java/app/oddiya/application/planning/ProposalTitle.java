package app.oddiya.application.planning;

import java.util.Locale;

/// The one line of a push about a proposal, in the languages that the app speaks.
final class ProposalTitle {

  private ProposalTitle() {}

  /// @param locale a language tag (BCP 47); English for any language that is none of ours
  static String of(String locale) {
    return switch (Locale.forLanguageTag(locale).getLanguage()) {
      case "ko" -> "여행 계획에 바꾸면 좋을 곳이 생겼어요";
      case "ja" -> "旅の計画に変更の提案があります";
      case "zh" -> "您的旅行计划有一个更改建议";
      default -> "A change is proposed for your trip";
    };
  }
}
