package app.oddiya.domain.planning.place;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of place that plans know, with the words for each that a traveller may use to avoid
/// it.
public enum Category {
  PALACE("궁궐", "palace", "宮殿", "宫殿"),
  HERITAGE("문화유산", "heritage", "文化遺産", "文化遗产"),
  SHRINE("사당", "shrine", "廟", "祠堂"),
  TEMPLE("사찰", "temple", "寺院", "寺庙"),
  VILLAGE("마을", "village", "村", "村落"),
  MUSEUM("박물관", "museum", "博物館", "博物馆"),
  GALLERY("미술관", "gallery", "美術館", "美术馆"),
  THEATRE("극장", "theatre", "劇場", "剧院"),
  EXPERIENCE("체험", "experience", "体験", "体验"),
  STREET("거리", "street", "通り", "街道"),
  SHOPPING("쇼핑", "shopping", "ショッピング", "购物"),
  MARKET("시장", "market", "市場", "市场"),
  FOOD_STREET("먹자골목", "food street", "グルメ通り", "美食街"),
  RESTAURANT("식당", "restaurant", "レストラン", "餐厅"),
  CAFE("카페", "cafe", "カフェ", "咖啡馆"),
  BAR("주점", "bar", "バー", "酒吧"),
  PARK("공원", "park", "公園", "公园"),
  GARDEN("정원", "garden", "庭園", "花园"),
  MOUNTAIN("산", "mountain", "山", "山"),
  WATERFALL("폭포", "waterfall", "滝", "瀑布"),
  CAVE("동굴", "cave", "洞窟", "洞穴"),
  ISLAND("섬", "island", "島", "岛"),
  COAST("해안", "coast", "海岸", "海岸"),
  BEACH("해변", "beach", "ビーチ", "海滩"),
  OBSERVATORY("전망대", "observatory", "展望台", "观景台"),
  NIGHT_VIEW("야경", "night view", "夜景", "夜景"),
  THEME_PARK("테마파크", "theme park", "テーマパーク", "主题公园"),
  AQUARIUM("아쿠아리움", "aquarium", "水族館", "水族馆"),
  SPA("온천", "spa", "温泉", "温泉"),
  SPORTS("스포츠", "sports", "スポーツ", "体育");

  private final LocalText words;

  Category(String ko, String en, String ja, String zh) {
    this.words = new LocalText(ko, Map.of(Language.EN, en, Language.JA, ja, Language.ZH, zh));
  }

  /// As in JSON: `palace`, `night-view`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public LocalText words() {
    return words;
  }

  public static Optional<Category> parse(String code) {
    return Arrays.stream(values()).filter(category -> category.code().equals(code)).findFirst();
  }
}
