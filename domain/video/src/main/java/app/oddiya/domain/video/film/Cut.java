package app.oddiya.domain.video.film;

import java.util.List;

/// A storyboard and what it did with each photo.
///
/// @param uses one for each photo, in the order in which the photos were given
public record Cut(Storyboard storyboard, List<PhotoUse> uses) {

  public Cut {
    uses = List.copyOf(uses);
  }
}
