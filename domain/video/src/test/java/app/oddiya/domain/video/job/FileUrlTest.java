package app.oddiya.domain.video.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUrlTest {

  private static final UserId OWNER = new UserId(12);

  @Test
  void anUploadIsReadAsItWasWritten() {
    FileUrl upload = FileUrl.upload("oddiya-media", OWNER, UUID.randomUUID());

    assertThat(FileUrl.parse(upload.toString())).contains(upload);
  }

  @Test
  void anUploadBelongsToWhoseNumberItCarries() {
    FileUrl upload = FileUrl.upload("oddiya-media", OWNER, UUID.randomUUID());

    assertThat(upload.isUploadOf(OWNER)).isTrue();
    assertThat(upload.isUploadOf(new UserId(1))).isFalse();
    assertThat(upload.isUploadOf(new UserId(123))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://oddiya-media/uploads/12/../13/8d2f9f0e-6f0d-4c39-9b53-0d5b3a0b7c11",
        "s3://oddiya-media/uploads/12//8d2f9f0e-6f0d-4c39-9b53-0d5b3a0b7c11",
        "s3://oddiya-media/uploads/12/8d2f9f0e-6f0d-4c39-9b53-0d5b3a0b7c11/x",
        "s3://oddiya-media/uploads/12/8D2F9F0E-6F0D-4C39-9B53-0D5B3A0B7C11",
        "s3://oddiya-media/films/12/7/1/film.mp4",
        "s3://oddiya-media/uploads/12/"
      })
  void whatWasNotGivenOutForUploadingIsNobodysUpload(String text) {
    assertThat(FileUrl.parse(text).orElseThrow().isUploadOf(OWNER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://oddiya-media/uploads/12/x",
        "s3://oddiya-media",
        "s3://oddiya-media/",
        "s3:///uploads/12/x",
        "s3://UPPER/uploads/12/x",
        "s3://oddiya-media/uploads/12/x?versionId=1",
        "s3://oddiya-media/uploads/12/x#y",
        "s3://oddiya-media/uploads/12/%2e%2e",
        "s3://oddiya-media/uploads/12/x\u0000",
        "s3://oddiya-media/uploads/12/사진",
        "s3://user@oddiya-media/uploads/12/x"
      })
  void whatIsNoAddressOfOursIsNotRead(String text) {
    assertThat(FileUrl.parse(text)).isEmpty();
  }

  @Test
  void theTokenOfTheClaimIsPartOfTheFilmsName() {
    FileUrl one = FileUrl.film("oddiya-media", OWNER, new JobId(7), 1);
    FileUrl two = FileUrl.film("oddiya-media", OWNER, new JobId(7), 2);

    assertThat(one).hasToString("s3://oddiya-media/films/12/7/1/film.mp4");
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new FileUrl("oddiya-media", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: s3://{bucket}/{key}");
  }
}
