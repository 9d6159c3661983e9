package app.oddiya.adapters.postgres.identity;

import app.oddiya.adapters.postgres.Database;
import app.oddiya.domain.identity.account.Device;
import app.oddiya.domain.identity.account.DeviceId;
import app.oddiya.domain.identity.account.Devices;
import app.oddiya.domain.identity.account.Platform;
import app.oddiya.domain.identity.account.PushEndpoint;
import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Devices in `devices`.
final class PostgresDevices implements Devices {

  /// A foreign key violation (PostgreSQL's appendix A). The key sees what is committed by the end
  /// of the statement, and keeps the owner until the end of the transaction.
  private static final String NO_SUCH_OWNER = "23503";

  private final Database database;

  PostgresDevices(Database database) {
    this.database = database;
  }

  @Override
  public Optional<PushEndpoint> put(Device device, Deadline deadline) {
    try {
      return stored(device, deadline);
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && NO_SUCH_OWNER.equals(sql.getSQLState())) {
        throw new AccountDeleted();
      }
      throw e;
    }
  }

  private Optional<PushEndpoint> stored(Device device, Deadline deadline) {
    return database.transact(
        deadline,
        handle -> {
          claim(handle, device.endpoint());
          Optional<PushEndpoint> before =
              found(handle, device.owner(), device.id()).map(Device::endpoint);
          takeFromOthers(handle, device);
          insertOrReplace(handle, device);
          return before.filter(endpoint -> !endpoint.equals(device.endpoint()));
        });
  }

  /// Puts those who claim one endpoint in a row until the transaction ends. Without it two of them
  /// would both find nothing to take away, and the second would break the unique constraint.
  private static void claim(Handle handle, PushEndpoint endpoint) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(:arn, 0))")
        .bind("arn", endpoint.arn())
        .mapTo(String.class)
        .one();
  }

  private static void takeFromOthers(Handle handle, Device device) {
    handle
        .createUpdate(
            """
            delete from devices
            where endpoint_arn = :arn and (user_id, device_id) <> (:owner, :id)
            """)
        .bind("arn", device.endpoint().arn())
        .bind("owner", device.owner().value())
        .bind("id", device.id().value())
        .execute();
  }

  private static void insertOrReplace(Handle handle, Device device) {
    handle
        .createUpdate(
            """
            insert into devices (user_id, device_id, platform, endpoint_arn)
            values (:owner, :id, :platform, :arn)
            on conflict (user_id, device_id) do update
            set platform = excluded.platform, endpoint_arn = excluded.endpoint_arn
            """)
        .bind("owner", device.owner().value())
        .bind("id", device.id().value())
        .bind("platform", device.platform().code())
        .bind("arn", device.endpoint().arn())
        .execute();
  }

  @Override
  public Optional<Device> find(UserId owner, DeviceId id, Deadline deadline) {
    return database.run(deadline, handle -> found(handle, owner, id));
  }

  private static Optional<Device> found(Handle handle, UserId owner, DeviceId id) {
    return handle
        .createQuery(
            """
            select user_id, device_id, platform, endpoint_arn
            from devices
            where user_id = :owner and device_id = :id
            """)
        .bind("owner", owner.value())
        .bind("id", id.value())
        .map((row, _) -> device(row))
        .findOne();
  }

  @Override
  public List<Device> of(UserId owner, Deadline deadline) {
    return database.run(
        deadline,
        handle ->
            handle
                .createQuery(
                    """
                    select user_id, device_id, platform, endpoint_arn
                    from devices
                    where user_id = :owner
                    order by device_id
                    """)
                .bind("owner", owner.value())
                .map((row, _) -> device(row))
                .list());
  }

  @Override
  public void remove(UserId owner, DeviceId id, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("delete from devices where user_id = :owner and device_id = :id")
                    .bind("owner", owner.value())
                    .bind("id", id.value())
                    .execute());
  }

  @Override
  public void removeAt(PushEndpoint endpoint, Deadline deadline) {
    int _ =
        database.run(
            deadline,
            handle ->
                handle
                    .createUpdate("delete from devices where endpoint_arn = :arn")
                    .bind("arn", endpoint.arn())
                    .execute());
  }

  private static Device device(ResultSet row) throws SQLException {
    return new Device(
        new UserId(row.getLong("user_id")),
        new DeviceId(row.getString("device_id")),
        Platform.parse(row.getString("platform")).orElseThrow(),
        new PushEndpoint(row.getString("endpoint_arn")));
  }
}
