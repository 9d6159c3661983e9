package app.oddiya.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.redis.RedisConfig;
import app.oddiya.adapters.redis.RedisLife;
import app.oddiya.adapters.redis.RedisModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `redis-sessions.conf`, `redis-cache.conf` and `redis.acl` on a real Redis: an older one than the
/// boxes', which knows all that they use.
class RedisSettingsTest {

  /// What a test has to set otherwise: where it is.
  private static final Set<String> OF_THE_BOX =
      Set.of("bind", "tls-port", "tls-cert-file", "tls-key-file", "aclfile", "dir");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"redis-sessions.conf", "redis-cache.conf"})
  void every_line_is_what_the_server_works_by(String file) throws Exception {
    try (RedisServer redis = RedisServer.start(folder, file)) {
      Map<String, String> written = lines(file);
      written.keySet().removeAll(OF_THE_BOX);
      assertThat(settings(redis)).containsAllEntriesOf(written);
    }
  }

  @Test
  void sessions_are_written_before_they_are_answered_and_never_evicted() throws Exception {
    try (RedisServer redis = RedisServer.start(folder, "redis-sessions.conf")) {
      assertThat(settings(redis))
          .containsEntry("appendonly", "yes")
          .containsEntry("appendfsync", "always")
          .containsEntry("maxmemory-policy", "noeviction");
    }
  }

  @Test
  void a_cache_gives_up_what_was_not_used_for_longest_and_writes_nothing() throws Exception {
    try (RedisServer redis = RedisServer.start(folder, "redis-cache.conf")) {
      assertThat(settings(redis))
          .containsEntry("appendonly", "no")
          .containsEntry("save", "")
          .containsEntry("maxmemory-policy", "allkeys-lru");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis-sessions.conf", "redis-cache.conf"})
  void only_who_has_the_password_is_let_in_and_only_over_tls(String file) throws Exception {
    try (RedisServer redis = RedisServer.start(folder, file)) {
      assertThat(redis.speaksPlainly()).isFalse();
      assertThat(redis.ask("", "GET key").getFirst()).startsWith("-NOAUTH");
      assertThat(redis.ask("oddiya", "PING")).containsExactly("+PONG");
    }
  }

  @Test
  void a_service_speaks_to_it_if_it_trusts_who_signed_its_certificate() throws Exception {
    try (RedisServer redis = RedisServer.start(folder, "redis-sessions.conf")) {
      assertThat(answers(new RedisConfig(redis.url(), Optional.of(redis.certificate())))).isTrue();
      assertThat(answers(new RedisConfig(redis.url()))).isFalse();
    }
  }

  private static boolean answers(RedisConfig config) {
    RedisLife life = RedisModule.life(RedisModule.redis(config, InstantSource.system()));
    try {
      return life.ready().getAsBoolean();
    } finally {
      life.close().run();
    }
  }

  @Test
  void services_may_do_what_they_do_and_nothing_to_the_server() throws Exception {
    try (RedisServer redis = RedisServer.start(folder, "redis-sessions.conf")) {
      for (String command :
          List.of(
              "SET key value",
              "GET key",
              "GETDEL key",
              "EVAL \"redis.call('HSET',KEYS[1],'a','1');redis.call('PEXPIRE',KEYS[1],9000);"
                  + "redis.call('ZADD',KEYS[2],1,'a');redis.call('ZRANGEBYSCORE',KEYS[2],0,1);"
                  + "redis.call('HINCRBY',KEYS[1],'a',1);return redis.call('DEL',KEYS[1])\" 2 a b",
              "HELLO 3",
              "CLIENT SETNAME plan")) {
        assertThat(redis.ask("oddiya", command).getFirst()).as(command).doesNotStartWith("-");
      }
      for (String command :
          List.of(
              "CONFIG GET dir",
              "FLUSHALL",
              "KEYS *",
              "ACL LIST",
              "DEBUG SLEEP 0",
              "SHUTDOWN",
              "REPLICAOF 127.0.0.1 1",
              "MONITOR")) {
        assertThat(redis.ask("oddiya", command).getFirst()).as(command).startsWith("-NOPERM");
      }
    }
  }

  private static Map<String, String> lines(String file) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Repository.database(file))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        lines.put(parts[0], bytes(parts[1].replace("\"", "")));
      }
    }
    return lines;
  }

  /// As Redis tells a size.
  private static String bytes(String value) {
    return value.matches("[0-9]+mb")
        ? Long.toString(Long.parseLong(value.replace("mb", "")) << 20)
        : value;
  }

  private static Map<String, String> settings(RedisServer redis) throws IOException {
    List<String> answer = redis.ask(RedisServer.WATCHER, "CONFIG GET *");
    Map<String, String> settings = new HashMap<>();
    // `*2`, and then for each name and each value its length, `$4`, and itself.
    for (int line = 2; line + 2 < answer.size(); line += 4) {
      settings.put(answer.get(line), answer.get(line + 2));
    }
    return settings;
  }
}
