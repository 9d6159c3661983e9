package app.oddiya.deploy.kubernetes;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Amounts as Kubernetes writes them: `120m`, `224Mi`, `17Gi`, `2`.
final class Quantity {

  private static final Map<String, BigDecimal> UNITS = units();

  private Quantity() {}

  /// In cores or bytes.
  static BigDecimal parse(String text) {
    for (Map.Entry<String, BigDecimal> unit : UNITS.entrySet()) {
      if (text.endsWith(unit.getKey())) {
        String number = text.substring(0, text.length() - unit.getKey().length());
        return new BigDecimal(number).multiply(unit.getValue());
      }
    }
    return new BigDecimal(text);
  }

  private static Map<String, BigDecimal> units() {
    Map<String, BigDecimal> units = new LinkedHashMap<>();
    units.put("Ki", BigDecimal.TWO.pow(10));
    units.put("Mi", BigDecimal.TWO.pow(20));
    units.put("Gi", BigDecimal.TWO.pow(30));
    units.put("m", new BigDecimal("0.001"));
    return units;
  }
}
