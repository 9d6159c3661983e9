package app.oddiya.adapters.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Builds the tree from Jackson's tokens and holds what I-JSON asks beyond JSON.
final class JsonReader {

  static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(256)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  static Json read(byte[] text) throws MalformedJson {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decode(text))) {
      JsonReader reader = new JsonReader(parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedJson("There is no JSON in the body.");
      }
      Json value = reader.value(first);
      if (parser.nextToken() != null) {
        throw reader.malformed("More follows the JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedJson("Not JSON" + at(e.getLocation()) + ".");
    }
  }

  /// Jackson would guess UTF-16 and UTF-32 too, and RFC 8259 section 8.1 knows only UTF-8.
  private static String decode(byte[] text) throws MalformedJson {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedJson("The body is not UTF-8.");
    }
  }

  private Json value(JsonToken token) throws MalformedJson {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> new Json.Str(text(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw malformed("Not JSON");
    };
  }

  private Json object() throws MalformedJson {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = text(parser.currentName());
      if (members.containsKey(name)) {
        throw malformed("A name stands twice in one object");
      }
      members.put(name, value(parser.nextToken()));
    }
    return new Json.Obj(members);
  }

  private Json array() throws MalformedJson {
    List<Json> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Json.Arr(items);
  }

  private Json number() throws MalformedJson {
    try {
      return new Json.Num(parser.getDecimalValue());
    } catch (NumberFormatException e) {
      // An exponent that not even BigDecimal can hold.
      throw malformed("A number is beyond reason");
    }
  }

  private String text(String value) throws MalformedJson {
    if (!Texts.isWellFormed(value)) {
      throw malformed("U+0000 or half a surrogate pair in a text");
    }
    return value;
  }

  private MalformedJson malformed(String what) {
    return new MalformedJson(what + at(parser.currentTokenLocation()) + ".");
  }

  private static String at(TokenStreamLocation where) {
    return where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
  }
}
