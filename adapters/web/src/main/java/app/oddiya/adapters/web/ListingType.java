package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Listing;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// `Listing<item>`, which a class literal cannot say.
record ListingType(Class<?> item) implements ParameterizedType {

  @Override
  public Type[] getActualTypeArguments() {
    return new Type[] {item};
  }

  @Override
  public Type getRawType() {
    return Listing.class;
  }

  @Override
  public @Nullable Type getOwnerType() {
    return null;
  }
}
