package app.oddiya.apps.plan.export;

import app.oddiya.domain.planning.plan.Plan;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Geo;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.SimpleTimeZone;

/// A plan as iCalendar (RFC 5545), an event a stop. An event is known by the id of its stop, so
/// that a calendar which reads the file again changes what it has rather than adding to it.
public final class CalendarFile {

  public static final String MEDIA_TYPE = "text/calendar";

  private static final String ZONE = "Asia/Seoul";

  /// All of Korea, without summer time since 1988.
  private static final ZoneOffset OFFSET = ZoneOffset.ofHours(9);

  /// RFC 5545, section 3.1: lines should not be longer, in bytes.
  private static final int LONGEST_LINE = 75;

  private CalendarFile() {}

  public static String of(Plan plan) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Oddiya//Plans//EN");
    String title = PlainText.of(plan.trip().title());
    calendar.setName(title);
    // What calendars read that do not know the NAME of RFC 7986.
    calendar.setExperimentalProperty("X-WR-CALNAME", title);
    Visit.of(plan.trip()).forEach(visit -> calendar.addEvent(event(plan, visit)));
    return folded(written(calendar));
  }

  private static VEvent event(Plan plan, Visit visit) {
    VEvent event = new VEvent();
    event.setUid(visit.stop().id().toString());
    event.setDateTimeStamp(Date.from(plan.updatedAt()));
    event.setLastModified(Date.from(plan.updatedAt()));
    event.setSequence((int) Math.min(plan.version() - 1, Integer.MAX_VALUE));
    event.setDateStart(date(visit.begin()));
    // An event without an end ends as it begins; one that says so would not be valid.
    if (visit.end().isAfter(visit.begin())) {
      event.setDateEnd(date(visit.end()));
    }
    event.setSummary(visit.name());
    event.setDescription(visit.description());
    event.setLocation(PlainText.of(visit.stop().address().orElse(visit.stop().localName())));
    event.setGeo(new Geo(visit.stop().position().lat(), visit.stop().position().lng()));
    return event;
  }

  private static Date date(LocalDateTime time) {
    return Date.from(time.toInstant(OFFSET));
  }

  private static String written(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      // It would count characters and not bytes.
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.setGlobalTimezone(korea());
      writer.write(calendar);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static TimezoneAssignment korea() {
    UtcOffset offset = new UtcOffset(Duration.ofSeconds(OFFSET.getTotalSeconds()).toMillis());
    StandardTime standard = new StandardTime();
    standard.setDateStart(new DateTimeComponents(1988, 10, 9, 3, 0, 0, false));
    standard.setTimezoneOffsetFrom(offset);
    standard.setTimezoneOffsetTo(offset);
    standard.addTimezoneName("KST");
    VTimezone zone = new VTimezone(ZONE);
    zone.addStandardTime(standard);
    return new TimezoneAssignment(new SimpleTimeZone((int) offset.getMillis(), ZONE), zone);
  }

  /// Breaks long lines between characters: a line that goes on begins with a space.
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length() * 9 / 8);
    int bytes = 0;
    for (int point : text.codePoints().toArray()) {
      int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      boolean isLineEnd = point == '\r' || point == '\n';
      if (!isLineEnd && bytes + size > LONGEST_LINE) {
        folded.append("\r\n ");
        bytes = 1;
      }
      folded.appendCodePoint(point);
      bytes = isLineEnd ? 0 : bytes + size;
    }
    return folded.toString();
  }
}
