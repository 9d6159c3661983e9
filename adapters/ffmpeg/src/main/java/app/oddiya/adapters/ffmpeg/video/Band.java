package app.oddiya.adapters.ffmpeg.video;

/// The instruments that all tracks are played on. Each adds its sound to what is there already;
/// some of it goes to a hall, which is added at the end. Notes are semitones from A4 = 440 Hz,
/// times are seconds from the beginning; what would be played after the end is not.
final class Band {

  private static final int TABLE = 4096;

  /// Seconds before a beat in which a breath is let go, rather than cut off.
  private static final double LETTING_GO = 0.02;

  private static final float[] SINE = table(1);
  private static final float[] REED = table(1, 0.42, 0.26, 0.12, 0.07, 0.03);

  private final Sound sound;
  private final float[] send;
  private long noise = 0x5DEECE66DL;

  Band(int seconds) {
    this.sound = Sound.silence(seconds);
    this.send = new float[sound.samples()];
  }

  double seconds() {
    return (double) sound.samples() / Sound.RATE;
  }

  /// What was played, in its hall, at the loudness of all films.
  Sound mastered() {
    Reverb left = new Reverb(0);
    Reverb right = new Reverb(23);
    for (int i = 0; i < send.length; i++) {
      sound.left()[i] += left.next(send[i]) * 0.9f;
      sound.right()[i] += right.next(send[i]) * 0.9f;
    }
    Mastering.master(sound);
    return sound;
  }

  /// How a reed's tone comes and goes.
  ///
  /// @param attack seconds in which it swells
  /// @param release seconds in which it dies away after its time
  /// @param breath 0 for an even tone, 1 for one that is silent at the beginning of each beat
  /// @param beat seconds; without meaning if there is no breath
  record Swell(double attack, double release, double breath, double beat) {

    static final Swell SOFT = new Swell(0.55, 0.9, 0, 1);
  }

  /// A chord of reeds, each note twice, a little apart in tune and place.
  ///
  /// @param chord its first note is left to the bass
  void pad(int[] chord, double at, double seconds, double volume, Swell swell) {
    for (int note = 1; note < chord.length; note++) {
      double pan = (note - 3) * 0.28;
      reed(frequency(chord[note]) * 1.0021, at, seconds, volume, pan - 0.2, swell);
      reed(frequency(chord[note]) / 1.0021, at, seconds, volume, pan + 0.2, swell);
    }
  }

  private void reed(
      double frequency, double at, double seconds, double volume, double pan, Swell swell) {
    int from = sample(at);
    int until = sample(at + seconds + swell.release());
    double step = frequency * TABLE / Sound.RATE;
    double phase = frequency * 7 % TABLE;
    float toLeft = (float) (volume * Math.sqrt((1 - pan) / 2));
    float toRight = (float) (volume * Math.sqrt((1 + pan) / 2));
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double come = Math.min(1, since / swell.attack());
      double fall = Math.clamp((seconds + swell.release() - since) / swell.release(), 0.0, 1.0);
      double inBeat = since % swell.beat();
      double breath =
          Math.clamp(
              Math.min(inBeat / (0.6 * swell.beat()), (swell.beat() - inBeat) / LETTING_GO), 0, 1);
      double shape = come * come * (3 - 2 * come) * fall * fall;
      float value =
          wave(REED, phase) * (float) (shape * (1 - swell.breath() * (1 - breath * breath)));
      sound.left()[i] += value * toLeft;
      sound.right()[i] += value * toRight;
      send[i] += value * (float) volume * 0.35f;
      phase += step;
    }
  }

  /// A low sine with its octave.
  void bass(int note, double at, double seconds, double volume) {
    int from = sample(at);
    int until = sample(at + seconds + 0.25);
    double step = frequency(note) * TABLE / Sound.RATE;
    double phase = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double shape =
          Math.min(1, since / 0.02)
              * (0.55 + 0.45 * Math.exp(-since * 2.2))
              * Math.clamp((seconds + 0.25 - since) / 0.25, 0.0, 1.0);
      float value = (wave(SINE, phase) + 0.3f * wave(SINE, 2 * phase)) * (float) (shape * volume);
      sound.left()[i] += value;
      sound.right()[i] += value;
      phase += step;
    }
  }

  /// A sine whose overtone dies before it does.
  ///
  /// @param loss how soon it dies away: 3 for a bell, 1 for a string of a piano held down
  void bell(int note, double at, double volume, double pan, double loss) {
    double frequency = frequency(note);
    int from = sample(at);
    int until = sample(at + 5.6 / loss);
    double step = frequency * TABLE / Sound.RATE;
    double phase = 0;
    float toLeft = (float) (volume * Math.sqrt((1 - pan) / 2));
    float toRight = (float) (volume * Math.sqrt((1 + pan) / 2));
    double ring = 1;
    double strike = 1;
    double ringLoss = Math.exp(-loss / Sound.RATE);
    double strikeLoss = Math.exp(-13.0 / Sound.RATE);
    double attack = 0.004 * Sound.RATE;
    for (int i = from; i < until; i++) {
      double bent = 160 * strike * wave(SINE, phase * 3) * TABLE / 1024;
      float value = wave(SINE, phase + bent + TABLE);
      value *= (float) (ring * Math.min(1, (i - from) / attack) * Math.min(1, (until - i) / 480.0));
      sound.left()[i] += value * toLeft;
      sound.right()[i] += value * toRight;
      send[i] += value * (float) volume * 0.75f;
      phase += step;
      ring *= ringLoss;
      strike *= strikeLoss;
    }
  }

  /// A plucked string after Karplus and Strong (Digital synthesis of plucked-string and drum
  /// timbres, 1983): a burst of noise that goes round in a delay and is blurred each time.
  void pluck(int note, double at, double volume, double pan) {
    int from = sample(at);
    int until = sample(at + 1.6);
    double period = Sound.RATE / frequency(note) - 0.5;
    int length = (int) period;
    float part = (float) (period - length);
    float[] string = new float[length + 1];
    float soft = 0;
    for (int i = 0; i < string.length; i++) {
      soft += (grain() - soft) * 0.45f;
      string[i] = soft;
    }
    float toLeft = (float) (volume * Math.sqrt((1 - pan) / 2));
    float toRight = (float) (volume * Math.sqrt((1 + pan) / 2));
    int head = 0;
    float before = 0;
    for (int i = from; i < until; i++) {
      int next = head + 1 == string.length ? 0 : head + 1;
      float heard = string[head] * part + string[next] * (1 - part);
      string[head] = (heard + before) * 0.4982f;
      before = heard;
      head = next;
      float value = heard * (float) Math.min(1, Math.min((i - from) / 96.0, (until - i) / 2400.0));
      sound.left()[i] += value * toLeft;
      sound.right()[i] += value * toRight;
      send[i] += value * (float) volume * 0.3f;
    }
  }

  /// A tone as of lips, with a slow tremble.
  void whistle(int note, double at, double seconds, double volume) {
    int from = sample(at);
    int until = sample(at + seconds + 0.12);
    double phase = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double tremble = 1 + 0.006 * Math.min(1, since * 3) * Math.sin(2 * Math.PI * 5.2 * since);
      double shape =
          Math.min(1, since / 0.05) * Math.clamp((seconds + 0.12 - since) / 0.12, 0.0, 1.0);
      float value =
          (wave(SINE, phase) + 0.06f * wave(SINE, 3 * phase)) * (float) (shape * shape * volume);
      sound.left()[i] += value * 0.8f;
      sound.right()[i] += value;
      send[i] += value * 0.6f;
      phase += frequency(note) * tremble * TABLE / Sound.RATE;
    }
  }

  /// A drum that falls in pitch.
  ///
  /// @param depth how far above its end it begins, in Hz
  void drum(double at, double volume, double depth) {
    int from = sample(at);
    int until = sample(at + 0.28);
    double phase = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      double frequency = 46 + depth * Math.exp(-since * 38);
      float value =
          wave(SINE, phase) * (float) (volume * Math.exp(-since * 15) * Math.min(1, since / 0.002));
      sound.left()[i] += value;
      sound.right()[i] += value;
      phase += frequency * TABLE / Sound.RATE;
    }
  }

  /// A breath of sand.
  void sand(double at, double volume) {
    int from = sample(at);
    int until = sample(at + 0.09);
    float before = 0;
    for (int i = from; i < until; i++) {
      double since = (double) (i - from) / Sound.RATE;
      float grain = grain();
      float value =
          (grain - before) * (float) (volume * Math.exp(-since * 45) * Math.min(1, since / 0.006));
      before = grain;
      sound.left()[i] += value;
      sound.right()[i] += value * 0.8f;
    }
  }

  /// Hands, not all at the same moment.
  void clap(double at, double volume) {
    for (double late : new double[] {0, 0.011, 0.019}) {
      int from = sample(at + late);
      int until = sample(at + late + 0.16);
      float low = 0;
      float lower = 0;
      for (int i = from; i < until; i++) {
        double since = (double) (i - from) / Sound.RATE;
        low += (grain() - low) * 0.34f;
        lower += (low - lower) * 0.09f;
        float value =
            (low - lower) * (float) (volume * Math.exp(-since * 30) * Math.min(1, since / 0.003));
        sound.left()[i] += value * 0.9f;
        sound.right()[i] += value;
        send[i] += value * 0.25f;
      }
    }
  }

  /// -1..1, the same in every performance.
  private float grain() {
    noise = noise * 6364136223846793005L + 1442695040888963407L;
    return (noise >> 40) / (float) (1 << 23);
  }

  private int sample(double seconds) {
    return Math.min(sound.samples(), (int) Math.round(seconds * Sound.RATE));
  }

  private static float wave(float[] table, double phase) {
    int before = (int) phase;
    float first = table[before & (TABLE - 1)];
    return first + (table[(before + 1) & (TABLE - 1)] - first) * (float) (phase - before);
  }

  private static double frequency(int semitones) {
    return 440 * Math.pow(2, semitones / 12.0);
  }

  /// One period with overtones of the given sizes.
  private static float[] table(double... overtones) {
    float[] table = new float[TABLE];
    for (int i = 0; i < TABLE; i++) {
      double sum = 0;
      for (int n = 0; n < overtones.length; n++) {
        sum += overtones[n] * Math.sin(2 * Math.PI * (n + 1) * i / TABLE);
      }
      table[i] = (float) sum;
    }
    return table;
  }
}
