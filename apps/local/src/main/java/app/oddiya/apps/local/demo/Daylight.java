package app.oddiya.apps.local.demo;

import java.awt.Color;
import java.time.LocalTime;

/// The light at a time of day, as colours.
enum Daylight {
  NIGHT(0x070b1f, 0x22305c, 0xf4f0dc, 0x46527c, true),
  DAWN(0x5f79b4, 0xffcfa3, 0xfff0c8, 0xe8c4b4, false),
  DAY(0x2f86d3, 0xd3ebf8, 0xfffbea, 0xfffdf6, false),
  GOLDEN(0x3f7db8, 0xffd595, 0xfff2c4, 0xffdfae, false),
  DUSK(0x1d2858, 0xf27e5b, 0xffc37c, 0x9c7391, true);

  private final Color zenith;
  private final Color horizon;
  private final Color sun;
  private final Color tint;
  private final boolean lamps;

  Daylight(int zenith, int horizon, int sun, int tint, boolean lamps) {
    this.zenith = new Color(zenith);
    this.horizon = new Color(horizon);
    this.sun = new Color(sun);
    this.tint = new Color(tint);
    this.lamps = lamps;
  }

  static Daylight at(LocalTime time) {
    int hour = time.getHour();
    if (hour < 5 || hour >= 20) {
      return NIGHT;
    }
    if (hour < 8) {
      return DAWN;
    }
    if (hour < 16) {
      return DAY;
    }
    return hour < 18 ? GOLDEN : DUSK;
  }

  Color zenith() {
    return zenith;
  }

  Color horizon() {
    return horizon;
  }

  Color sun() {
    return sun;
  }

  /// Whether windows and lanterns are lit.
  boolean lamps() {
    return lamps;
  }

  /// How something of colour `rgb` looks in this light.
  Color on(int rgb) {
    Color own = new Color(rgb);
    return new Color(
        own.getRed() * tint.getRed() / 255,
        own.getGreen() * tint.getGreen() / 255,
        own.getBlue() * tint.getBlue() / 255);
  }

  /// The same from far away: the air between has the colour of the horizon.
  Color on(int rgb, double haze) {
    return mix(on(rgb), horizon, haze);
  }

  static Color mix(Color near, Color far, double share) {
    double own = 1 - share;
    return new Color(
        (int) Math.round(near.getRed() * own + far.getRed() * share),
        (int) Math.round(near.getGreen() * own + far.getGreen() * share),
        (int) Math.round(near.getBlue() * own + far.getBlue() * share));
  }
}
