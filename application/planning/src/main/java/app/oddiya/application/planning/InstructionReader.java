package app.oddiya.application.planning;

import app.oddiya.application.planning.Instruction.DayName;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what somebody wants changed, in Korean, English, Japanese or Chinese, by the words that
/// such sentences are made of. What it is not sure of it does not understand: a sentence with more
/// in it than it knows is nothing it acts on.
final class InstructionReader {

  private static final String EN_ADD =
      "add|include|insert|put in|visit|go to|see|i(?: would|'d)? (?:want|like) to (?:see|visit|go to)";
  private static final String EN_REMOVE =
      "remove|delete|drop|skip|cancel|take out|leave out|cut|get rid of";
  private static final String EN_AVOID =
      "avoid|no more|no|without|i (?:do not|don't) (?:like|want)(?: to (?:see|visit|go to))?"
          + "|i hate|(?:do not|don't) (?:visit|go to)";

  private static final Pattern NEGATED =
      pattern(
          "(?:don't|do not|never|not)(?: \\w+)? (?:"
              + "remove|delete|drop|skip|cancel|add|include|avoid|change|slow|rush)\\b"
              + "|(?:빼|추가하|넣|삭제하|제외하|없애|바꾸|피하|취소하)지 ?(?:마|말|않)"
              + "|(?:外さ|はずさ|追加し|削除し|除か|消さ|入れ|変え|避け|キャンセルし)ない"
              + "|(?:不要|别|不用|不必)(?:再)?(?:删|去掉|取消|添加|增加|加上|加入|移除|改|避)"
              + "|(?:won't|not|no longer|doesn't|isn't)(?: going to)? rain|\\bno rain\\b"
              + "|\\b(?:today|tonight|tomorrow|yesterday)\\b|오늘|내일|모레|今日|明日|今天|明天|后天"
              + "|비(?:가|는)? ?(?:안|없|그)|雨(?:が|は)?(?:降らな|やん|止ん|ない)|不(?:会)?下雨|没有?雨");

  private static final Pattern RAIN =
      pattern(
          "\\b(?:rain|rainy|raining|rains|rainfall|wet weather|indoors?|under a roof)\\b"
              + "|(?:^|\\s)비(?:가|는|도|를|올|오|와|온|왔|내|소식|예보|\\s|$)|우천|장마|실내"
              + "|雨|梅雨|屋内|室内");
  private static final Pattern OUTDOORS =
      pattern(
          "^(?:all |the |any )*outdoors?(?: (?:places|stops|sights|activities))?$"
              + "|^(?:야외|실외)(?: ?(?:장소|일정|활동))?$|^(?:屋外|野外|户外)(?:の場所|活动|景点)?$");

  private static final Pattern SLOWER =
      pattern(
          "\\b(?:slow(?:er|ly)?(?: down)?|relax(?:ed|ing)?|leisurely|easy|easier|calmer|unhurried)\\b"
              + "|\\b(?:less|not so|not too|too) (?:busy|packed|hectic|rushed|tight|tiring|full|much"
              + "|fast|many \\w+)\\b|\\b(?:fewer|less) (?:stops|places|sights|things|visits)\\b"
              + "|\\b(?:no|without) (?:rush|hurry)|\\bmore (?:rest|breaks|free time|time to rest)\\b"
              + "|천천히|여유|느긋|느리게|한가하|쉬엄|덜 바쁘|빡빡하지 않|너무 (?:빡빡|바쁘|바빠|많|힘들)|줄여"
              + "|쉬는 시간|더 많이 쉬"
              + "|ゆっくり|のんびり|ゆったり|余裕|すぎ|減らし|ペースを落と"
              + "|慢一?[点些]|放慢|轻松|悠闲|宽松|太(?:赶|累|满|紧凑|多)|少安排|少去|减少");
  private static final Pattern FASTER =
      pattern(
          "\\b(?:faster|busier|fuller|speed up|quicker)\\b|(?<!less |so |too )\\bpacked\\b"
              + "|\\btoo (?:slow|empty|relaxed|boring)\\b"
              + "|\\bmore (?:stops|places|sights|things|visits)\\b"
              + "|(?<!너무 )빡빡하게|알차|(?<!덜 )바쁘게|빠르게|꽉|더 많(?:이|은)(?! 쉬)"
              + "|(?:곳|장소|일정|관광지|명소)(?:을|를|도)? ?더|너무 (?:느리|느려|여유)"
              + "|詰め込ん|もっと(?:たくさん|多く|回)|忙しく|ぎっしり|充実|盛りだくさん|ペースを上げ"
              + "|(?<!太)紧凑|充实|多安排|多加|多去|快一?[点些]|加快|更多|太[慢空]");

  /// What is no name of a place but a way to say more or less.
  private static final Pattern GENERIC =
      pattern(
          "^(?:fewer |less |more |a few more |some more |other )?"
              + "(?:places|stops|sights|things|visits|rest|breaks|free time|time to rest|rush|hurry)"
              + "\\b.*$"
              + "|^(?:장소|곳|관광지|명소|일정|것|쉬는 시간)(?:을|를|도)?(?: ?더)?(?: ?많이)?$|^더(?: 많(?:이|은).*)?$"
              + "|^もっと.*$|^(?:得|更多|多一些|一些|太|多).*$");

  private static final List<Pattern> ADD =
      List.of(
          pattern("^(?:also |then )?(?:" + EN_ADD + ") (?<name>.+)$"),
          pattern(
              "^(?<name>.+?)(?:을|를|도|에도|에|은|는|로|으로)? ?(?:추가|넣|포함|가고 ?싶|가 ?보고 ?싶|보고 ?싶"
                  + "|가자|가요|들르|들러|들리고|방문).*$"),
          pattern(
              "^(?<name>.+?)(?:を|も|に|へ|にも|が)?(?:追加|入れ|加え|行きたい|含め|訪れたい|寄りたい|見たい" + "|行って|訪問).*$"),
          pattern("^把(?<name>.+?)(?:也)?(?:加进|加上|加入|添加|放进|安排).*$"),
          pattern(
              "^(?:再|也|还)?(?:我|我们)?(?:还|也)?(?:添加|增加|加上|加入|加个|加一个|加|想去|要去|想看|去看看|去看"
                  + "|安排|参观)(?<name>.+)$"));
  private static final List<Pattern> REMOVE =
      List.of(
          pattern("^(?:" + EN_REMOVE + ") (?<name>.+)$"),
          pattern(
              "^(?<name>.+?)(?:을|를|은|는|이|가|에|에는|도)? ?(?:빼|제외|삭제|없애|취소|제거|지워|안 ?가|안 ?갈"
                  + "|가지 ?(?:마|말|않)|건너뛰).*$"),
          pattern(
              "^(?<name>.+?)(?:を|は|に|には|へは|も)?(?:外し|はずし|削除|除い|取り除|消し|やめ|なしに|行かな|抜い"
                  + "|省い|カット|キャンセル).*$"),
          pattern("^把(?<name>.+?)(?:给)?(?:删|去掉|取消|移除|拿掉|去除).*$"),
          pattern("^(?:删除|删掉|删去|去掉|取消|移除|拿掉|去除|不去|别去|不要去|跳过)(?<name>.+)$"));
  private static final List<Pattern> AVOID =
      List.of(
          pattern("^(?:please )?(?:" + EN_AVOID + ") (?<name>.+)$"),
          pattern("^(?<name>.+?)(?:을|를|은|는|이|가)? ?(?:피하|피해|싫|원하지 ?않|별로|안 ?좋아|말고).*$"),
          pattern("^(?<name>.+?)(?:を|は|が|には)?(?:避け|さけ|嫌|きらい|苦手|行きたくな|好きじゃな).*$"),
          pattern("^(?:我|我们)?(?:避开|避免|不喜欢|不想去|不想看|讨厌|不要)(?<name>.+)$"));

  private static final Pattern POLITE =
      pattern(
          "^(?:(?:please|kindly|can you|could you|would you|let's|lets|we should|i'd like you to"
              + "|then|also|and)[, ]+)+"
              + "|[, ]*(?:please|thanks|thank you)$"
              + "|^(?:请|麻烦|帮我|请帮我|请您|能不能|可以)+|(?:吧|了|好吗|可以吗)$");
  private static final Pattern ABOUT_THE_PLAN =
      pattern(
          " (?:from|to|in|into|on|for) (?:the|my|our|this) (?:plan|trip|itinerary|list|schedule)"
              + "|(?:여행|일정|계획|목록|코스)(?:에서는|에서|에는|에|표에서) "
              + "|(?:旅程|予定|プラン|計画|行程|日程)(?:から|に|には|で)|(?:从)?(?:行程|计划|日程)(?:里|中)的?");
  private static final Pattern ARTICLE =
      pattern(
          "^(?:the|a|an|any|all|some|one more|another|more) |^(?:一个|一家|所有|那个)"
              + "|^(?:모든|그) | (?:too|as well|also|again|instead|any ?more)$|\\s+(?:하나|한 ?곳|좀|은|는|을|를)$"
              + "|(?:一つ|など)$");

  private static final List<Pattern> DAYS =
      List.of(
          pattern(
              "(?:\\b(?:on|for|of|from|to|in) )?\\bday (?<n>[0-9]{1,2}|one|two|three|four|five)\\b"
                  + "(?: (?:will be|is|is going to be))?"),
          pattern(
              "(?:\\b(?:on|for|of|from|to|in) )?\\bthe (?<n>first|second|third|fourth|fifth|last) day\\b"
                  + "(?: (?:will be|is|is going to be))?"),
          pattern("(?<n>[0-9]{1,2})일 ?차(?:에는|에|는|은|에도)?"),
          pattern("(?<n>첫|둘|셋|넷|다섯)째 ?날(?:에는|에|은|에도)?"),
          pattern("(?<n>마지막) ?날(?:에는|에|은|에도)?"),
          pattern("(?<n>[0-9]{1,2}|一|二|三|四|五)日目(?:に|は|には|の)?"),
          pattern("(?<n>最終日|初日)(?:に|は|には|の)?"),
          pattern("(?:在)?第(?<n>[0-9]{1,2}|一|二|三|四|五)天(?:的|会)?"),
          pattern("(?:在)?(?<n>最后一天)(?:的|会)?"),
          pattern(
              "(?:\\bon )?\\b(?<n>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b"
                  + "(?: (?:will be|is|is going to be))?"),
          pattern("(?<n>[월화수목금토일])요일(?:에는|에|은|에도)?"),
          pattern("(?<n>[月火水木金土日])曜日?(?:に|は|には|の)?"),
          pattern("(?:在)?(?:星期|周|礼拜)(?<n>[一二三四五六日天])(?:的|会)?"));

  private static final List<List<String>> NUMBERS =
      List.of(
          List.of("one", "first", "첫", "一", "初日"),
          List.of("two", "second", "둘", "二"),
          List.of("three", "third", "셋", "三"),
          List.of("four", "fourth", "넷", "四"),
          List.of("five", "fifth", "다섯", "五"));
  private static final List<String> LAST = List.of("last", "마지막", "最終日", "最后一天");
  private static final List<String> WEEKDAYS =
      List.of("월月一", "화火二", "수水三", "목木四", "금金五", "토土六", "일日天");

  private InstructionReader() {}

  /// Everything that is asked for, in its order; empty if any of it is not understood.
  static List<Instruction> read(String text) {
    List<Instruction> all = new ArrayList<>();
    for (String sentence : split(plain(text), "[.!?;\\n。]+")) {
      List<Instruction> parts =
          readAll(
              split(
                  strip(POLITE, sentence),
                  ",|、|，|\\band (?:then )?(?=(?:"
                      + EN_ADD
                      + "|"
                      + EN_REMOVE
                      + "|"
                      + EN_AVOID
                      + ") )"
                      + "|(?<=빼|추가하|넣|제외하|삭제하|피하)고 (?!싶)|그리고|然后|并且|そして"));
      if (parts.isEmpty()) {
        return List.of();
      }
      all.addAll(parts);
    }
    return all;
  }

  private static List<Instruction> readAll(List<String> clauses) {
    List<Instruction> all = new ArrayList<>();
    for (String clause : clauses) {
      Optional<Instruction> read = clause(clause);
      if (read.isEmpty()) {
        return List.of();
      }
      all.add(read.get());
    }
    return all;
  }

  private static Optional<Instruction> clause(String clause) {
    if (NEGATED.matcher(clause).find()) {
      return Optional.empty();
    }
    Optional<DayName> day = day(clause);
    String rest = strip(ABOUT_THE_PLAN, strip(POLITE, withoutDay(clause)));
    return object(AVOID, rest, day, (name, _) -> new Instruction.Avoid(name))
        .or(() -> object(REMOVE, rest, day, Instruction.Remove::new))
        .or(
            () ->
                RAIN.matcher(rest).find()
                    ? Optional.of(new Instruction.Rain(day))
                    : object(ADD, rest, day, Instruction.Add::new))
        .or(() -> pace(rest, day));
  }

  /// A change that names something, where it is a name and not a way to ask for something else.
  private static Optional<Instruction> object(
      List<Pattern> forms,
      String clause,
      Optional<DayName> day,
      BiFunction<String, Optional<DayName>, Instruction> change) {
    for (Pattern form : forms) {
      Matcher matcher = form.matcher(clause);
      if (matcher.find()) {
        String name = strip(ARTICLE, strip(ARTICLE, matcher.group("name")));
        if (name.isEmpty()) {
          return Optional.empty();
        }
        if (OUTDOORS.matcher(name).find() || isNothingBut(RAIN, name)) {
          return Optional.of(new Instruction.Rain(day));
        }
        return GENERIC.matcher(name).find()
            ? pace(clause, day)
            : Optional.of(change.apply(name, day));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instruction> pace(String clause, Optional<DayName> day) {
    if (FASTER.matcher(clause).find()) {
      return Optional.of(new Instruction.Faster(day));
    }
    return SLOWER.matcher(clause).find()
        ? Optional.of(new Instruction.Slower(day))
        : Optional.empty();
  }

  private static Optional<DayName> day(String clause) {
    for (Pattern form : DAYS) {
      Matcher matcher = form.matcher(clause);
      if (matcher.find()) {
        return Optional.of(dayName(matcher.group("n"), matcher.group()));
      }
    }
    return Optional.empty();
  }

  private static DayName dayName(String name, String phrase) {
    if (LAST.contains(name)) {
      return new DayName.Last();
    }
    for (DayOfWeek weekday : DayOfWeek.values()) {
      boolean written =
          phrase.matches(".*(?:요일|曜|星期|周|礼拜).*")
              && WEEKDAYS.get(weekday.getValue() - 1).contains(name);
      if (written || weekday.name().equalsIgnoreCase(name)) {
        return new DayName.On(weekday);
      }
    }
    for (int i = 0; i < NUMBERS.size(); i++) {
      if (NUMBERS.get(i).contains(name)) {
        return new DayName.Numbered(i + 1);
      }
    }
    return new DayName.Numbered(Integer.parseInt(name));
  }

  private static String withoutDay(String clause) {
    String rest = clause;
    for (Pattern form : DAYS) {
      rest = form.matcher(rest).replaceAll(" ");
    }
    return rest.strip().replaceAll("\\s+", " ");
  }

  private static boolean isNothingBut(Pattern words, String name) {
    return words.matcher(name).replaceAll("").isBlank();
  }

  private static List<String> split(String text, String by) {
    return Pattern.compile(by)
        .splitAsStream(text)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static String strip(Pattern what, String text) {
    return what.matcher(text).replaceAll("").strip();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replaceAll("[\"“”‘「」『』《》<>]|(?<![a-z])'|'(?![a-z])", "")
        .replaceAll("[ \\t\\u00a0\\u3000]+", " ");
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CASE);
  }
}
