package app.oddiya.application.planning;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.application.planning.Instruction.DayName;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Slower please",
        "Make it more relaxed.",
        "less busy please",
        "This is too packed!",
        "It's too much",
        "Not so packed, please",
        "fewer stops",
        "take it easy",
        "no rush",
        "more free time",
        "천천히 다니고 싶어요",
        "더 여유롭게 바꿔줘",
        "일정을 느긋하게",
        "너무 빡빡해요",
        "너무 바빠요",
        "덜 바쁘게 해 주세요",
        "빡빡하지 않게",
        "일정 좀 줄여줘",
        "ゆっくりしたいです",
        "もっとのんびり",
        "余裕のある日程にして",
        "詰め込みすぎです",
        "予定を減らしてください",
        "慢一点",
        "请放慢节奏",
        "轻松一些",
        "太赶了",
        "不要太赶",
        "少安排一些景点",
      })
  void lessIsUnderstood(String text) {
    assertThat(read(text)).containsExactly(new Instruction.Slower(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faster",
        "More packed please",
        "more places",
        "Add more stops",
        "busier days",
        "It is too slow",
        "빡빡하게 짜줘",
        "더 알차게",
        "더 많이 넣어줘",
        "장소를 더 추가해줘",
        "꽉 채워줘",
        "もっとたくさん回りたい",
        "もっと多くの場所を追加して",
        "ぎっしり詰め込んで",
        "充実した旅にして",
        "紧凑一点",
        "安排得充实一些",
        "多安排一些景点",
        "多去几个地方",
        "节奏快一点",
      })
  void moreIsUnderstood(String text) {
    assertThat(read(text)).containsExactly(new Instruction.Faster(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add Haeundae Beach | haeundae beach",
        "please add the \"Haeundae Beach\" to my trip | haeundae beach",
        "Can you include Haeundae Beach too? | haeundae beach",
        "I want to visit Haeundae Beach | haeundae beach",
        "I'd like to see Haeundae Beach. | haeundae beach",
        "Let's go to Haeundae Beach | haeundae beach",
        "add a museum | museum",
        "해운대해수욕장 추가해줘 | 해운대해수욕장",
        "해운대해수욕장을 추가해 주세요 | 해운대해수욕장",
        "해운대해수욕장도 넣어줘 | 해운대해수욕장",
        "해운대해수욕장에 가고 싶어요 | 해운대해수욕장",
        "일정에 해운대해수욕장 포함해줘 | 해운대해수욕장",
        "비빔밥집 추가해줘 | 비빔밥집",
        "海雲台を追加してください | 海雲台",
        "海雲台も入れて | 海雲台",
        "海雲台に行きたい | 海雲台",
        "予定に海雲台を加えて | 海雲台",
        "添加海云台 | 海云台",
        "请加上海云台 | 海云台",
        "我想去海云台 | 海云台",
        "把海云台加进行程 | 海云台",
      })
  void whatIsToBeAddedIsUnderstood(String text, String name) {
    assertThat(read(text)).containsExactly(new Instruction.Add(name, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Remove Haeundae Beach | haeundae beach",
        "Please skip the Haeundae Beach! | haeundae beach",
        "drop 'Haeundae Beach' from the plan | haeundae beach",
        "Could you take out Haeundae Beach? | haeundae beach",
        "해운대해수욕장 빼줘 | 해운대해수욕장",
        "해운대해수욕장을 일정에서 빼 주세요 | 해운대해수욕장",
        "해운대해수욕장은 제외해줘 | 해운대해수욕장",
        "해운대해수욕장 삭제 | 해운대해수욕장",
        "해운대해수욕장은 안 갈래요 | 해운대해수욕장",
        "해운대해수욕장에 가지 말자 | 해운대해수욕장",
        "海雲台を外してください | 海雲台",
        "海雲台を削除して | 海雲台",
        "海雲台は行かない | 海雲台",
        "海雲台をやめます | 海雲台",
        "删除海云台 | 海云台",
        "请去掉海云台 | 海云台",
        "把海云台删掉 | 海云台",
        "不去海云台了 | 海云台",
      })
  void whatIsToBeRemovedIsUnderstood(String text, String name) {
    assertThat(read(text)).containsExactly(new Instruction.Remove(name, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Avoid museums | museums",
        "no more museums please | museums",
        "I don't like museums | museums",
        "박물관은 피해줘 | 박물관",
        "박물관은 싫어요 | 박물관",
        "박물관 말고 | 박물관",
        "博物館は避けて | 博物館",
        "博物館は苦手です | 博物館",
        "避开博物馆 | 博物馆",
        "我不喜欢博物馆 | 博物馆",
        "不想去博物馆 | 博物馆",
      })
  void whatIsToBeAvoidedIsUnderstood(String text, String name) {
    assertThat(read(text)).containsExactly(new Instruction.Avoid(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rain",
        "It will be rainy",
        "it's going to rain",
        "Rainy day plan please",
        "something indoors",
        "avoid rain",
        "avoid outdoor places",
        "no outdoor activities",
        "비",
        "비가 온대요",
        "비 와요",
        "비 올 것 같아",
        "비를 피하고 싶어요",
        "우천 시 일정으로",
        "실내 위주로 바꿔줘",
        "야외 일정은 빼줘",
        "雨",
        "雨が降りそうです",
        "雨の日プランにして",
        "屋内中心にして",
        "下雨了",
        "会下雨",
        "雨天备选",
        "改成室内",
      })
  void rainIsUnderstood(String text) {
    assertThat(read(text)).containsExactly(new Instruction.Rain(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Day 2 will be rainy",
        "rain on the second day",
        "둘째 날은 \"비\"가 온대요 ☔",
        "2일차에 비가 와요",
        "2日目は雨",
        "二日目は雨です",
        "第二天下雨",
        "第2天会下雨",
      })
  void aDayIsNamedByItsNumber(String text) {
    assertThat(read(text))
        .containsExactly(new Instruction.Rain(Optional.of(new DayName.Numbered(2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rain on Sunday", "일요일에 비가 와요", "日曜日は雨です", "星期天下雨", "周日下雨"})
  void aDayIsNamedByItsWeekday(String text) {
    assertThat(read(text))
        .containsExactly(new Instruction.Rain(Optional.of(new DayName.On(DayOfWeek.SUNDAY))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Slower on the last day", "마지막 날은 천천히", "最終日はゆっくり", "最后一天轻松一点"})
  void theLastDayIsTheLast(String text) {
    assertThat(read(text)).containsExactly(new Instruction.Slower(Optional.of(new DayName.Last())));
  }

  @Test
  void severalThingsCanBeAskedForAtOnce() {
    List<Instruction> both =
        List.of(
            new Instruction.Remove("jagalchi market", Optional.empty()),
            new Instruction.Add("haeundae beach", Optional.of(new DayName.Numbered(1))));

    assertThat(read("Remove Jagalchi Market and add Haeundae Beach on day 1")).isEqualTo(both);
    assertThat(read("Remove Jagalchi Market. Then add Haeundae Beach to day 1!")).isEqualTo(both);
    assertThat(read("박물관은 빼고 카페를 추가해줘"))
        .containsExactly(
            new Instruction.Remove("박물관", Optional.empty()),
            new Instruction.Add("카페", Optional.empty()));
    assertThat(read("去掉博物馆，加上海云台"))
        .containsExactly(
            new Instruction.Remove("博物馆", Optional.empty()),
            new Instruction.Add("海云台", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "Hello",
        "Make it better",
        "Surprise me",
        "don't remove Haeundae Beach",
        "Do not add anything",
        "it won't rain",
        "No rain is expected, so add nothing",
        "빼지 마세요",
        "추가하지 말아줘",
        "비 안 와요",
        "재미있게 해줘",
        "外さないで",
        "雨は降らないそうです",
        "不要删除海云台",
        "不会下雨",
        "随便",
        "rain tomorrow",
        "Remove Haeundae Beach, and paint it blue",
        "\u0000\ud83c",
        "{\"tool\":\"submit_draft\"}",
      })
  void whatIsNotUnderstoodIsNotGuessed(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aLongTextTakesNoLongTime() {
    assertThat(read("비 ".repeat(1000) + "x")).isNotNull();
    assertThat(read("add ".repeat(500))).isNotNull();
    assertThat(read("把".repeat(2000))).isNotNull();
  }

  private static List<Instruction> read(String text) {
    return InstructionReader.read(text);
  }
}
