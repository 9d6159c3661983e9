package app.oddiya.adapters.aws.video;

import app.oddiya.adapters.aws.AwsClients;
import app.oddiya.adapters.aws.AwsConfig;
import app.oddiya.adapters.aws.AwsModule;
import app.oddiya.apps.stores.junit.S3Extension;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.contract.UserFilesContract;
import app.oddiya.domain.video.job.PhotoStore;
import app.oddiya.domain.video.job.UserFiles;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3UserFilesTest implements UserFilesContract {

  @RegisterExtension static final S3Extension s3 = new S3Extension();

  private static final InstantSource CLOCK = InstantSource.system();
  private static final AtomicLong users = new AtomicLong(900_000_000);

  private AwsClients clients;

  @BeforeEach
  void open() {
    clients =
        AwsModule.clients(
            new AwsConfig(
                s3.region(),
                Optional.of(new AwsConfig.Keys(s3.accessKeyId(), s3.secretAccessKey())),
                Optional.of(s3.endpoint()),
                Optional.empty(),
                Optional.empty()));
  }

  @AfterEach
  void close() {
    clients.close();
  }

  @Override
  public UserFiles files() {
    return new S3UserFiles(s3.bucket(), AwsModule.s3(clients), CLOCK, 2);
  }

  @Override
  public PhotoStore store() {
    return VideoAwsModule.photoStore(
        new VideoAwsConfig(s3.bucket(), "", ""),
        AwsModule.s3(clients),
        AwsModule.s3Presigner(clients),
        CLOCK);
  }

  @Override
  public UserId owner() {
    return new UserId(users.incrementAndGet());
  }

  @Override
  public int manyFiles() {
    return 5;
  }
}
