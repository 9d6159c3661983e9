"""Runs Locust against a whole system on this machine, and rolls its services meanwhile if asked to.

Called by `./oddiya load`; the report is left in target/load. Ends with 1 if any request failed.
"""

import argparse
import contextlib
import os
import pathlib
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOME = ROOT / ".oddiya" / "load"
REPORT = ROOT / "target" / "load"
# In the order in which a release rolls: who is called before who calls.
SERVICES = ["auth", "user", "llm-agent", "plan", "video", "gateway", "video-worker"]
START_PATIENCE = 180
# As the manifests say: preStop, and the grace of a pod.
PRE_STOP = 5
GRACE = 110


def main():
    asked = parsed()
    shutil.rmtree(REPORT, ignore_errors=True)
    REPORT.mkdir(parents=True)
    with contextlib.ExitStack() as running:
        address = os.environ.get("ODDIYA_GATEWAY_URL")
        fleet = None
        if not address:
            fleet = Fleet(running, asked)
            address = fleet.environment["ODDIYA_PUBLIC_URL"]
        locust = started_locust(running, asked, address)
        if asked.roll:
            if not fleet:
                sys.exit("--roll is for a system that it has started itself")
            time.sleep(asked.roll_after)
            fleet.roll()
        status = locust.wait()
        if fleet:
            fleet.tell_costs()
    print(f"the report is {REPORT / 'report.html'}")
    if asked.roll:
        print(f"rolled {len(SERVICES)} services, each once")
    sys.exit(status)


def parsed():
    parser = argparse.ArgumentParser(prog="./oddiya load", description=__doc__.splitlines()[0])
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--rate", type=float, default=1, help="users that come each second")
    parser.add_argument("--time", default="3m", help="how long, as 90s or 3m")
    parser.add_argument("--roll", action="store_true", help="replace every service once, as a release does")
    parser.add_argument("--roll-after", type=int, default=40, help="seconds")
    parser.add_argument("--database-memory", default="1G", help="what PostgreSQL may use (root and cgroups); none: no limit")
    parser.add_argument("--database-cpu", type=float, default=1.0, help="in cores; a t2.micro without credits has 0.1")
    return parser.parse_args()


def started_locust(running, asked, address):
    command = [
        str(HOME / "venv" / "bin" / "locust"),
        "--locustfile", str(ROOT / "deploy" / "load" / "locustfile.py"),
        "--host", address, "--headless", "--only-summary",
        "--users", str(asked.users), "--spawn-rate", str(asked.rate), "--run-time", asked.time,
        "--stop-timeout", "120",
        "--html", str(REPORT / "report.html"), "--csv", str(REPORT / "figures"),
    ]
    process = subprocess.Popen(command)
    running.callback(ended, process)
    return process


class Fleet:
    """Stores, and each service in a process of its own; behind HAProxy where they are to be rolled."""

    def __init__(self, running, asked):
        self.running = running
        self.instances = {}
        self.logs = HOME / "logs"
        self.logs.mkdir(parents=True, exist_ok=True)
        data = HOME / "data"
        environment = {**os.environ, "ODDIYA_AUTH_LIMIT_ACCOUNT": "off"}
        for what in ("ANYONE", "GENERATE", "SIGN_IN", "USER"):
            environment["ODDIYA_GATEWAY_LIMIT_" + what] = "off"
        # Films are not what is being asked about here, so nobody is refused for their number.
        environment["ODDIYA_VIDEO_JOBS_AT_ONCE"] = "1000"
        self.start("stores", [str(ROOT / "oddiya"), "up", "--stores-only", "--ports", "free", "--data", str(data)],
                   environment, "The stores are up")
        self.environment = {**environment, **read_environment(data / "run" / "environment")}
        self.postmaster = postmaster(data)
        limit(self.postmaster, asked)
        self.proxy = Proxy(running, self) if asked.roll else None
        for service in SERVICES:
            self.instances[service] = self.instance(service, 0)
        if self.proxy:
            for service in SERVICES:
                self.proxy.add(service, 0, self.instances[service])

    def start(self, name, command, environment, ready):
        log = open(self.logs / (name + ".log"), "w+b")
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
        self.running.callback(ended, process)
        began = time.monotonic()
        while ready.encode() not in pathlib.Path(log.name).read_bytes():
            if process.poll() is not None or time.monotonic() - began > START_PATIENCE:
                sys.exit(f"{name} did not start: see {log.name}")
            time.sleep(0.2)
        return process

    def instance(self, service, number):
        environment = dict(self.environment)
        name = service.upper().replace("-", "_")
        ports = environment["ODDIYA_%s_PORT" % name], environment["ODDIYA_%s_PRIVATE_PORT" % name]
        if self.proxy:
            ports = free_port(), free_port()
        environment["ODDIYA_%s_PORT" % name], environment["ODDIYA_%s_PRIVATE_PORT" % name] = map(str, ports)
        environment["ODDIYA_VIDEO_WORKER_FOLDER"] = str(HOME / "work" / str(number))
        process = self.start(f"{service}-{number}", [str(ROOT / "oddiya"), "run", service], environment,
                             '"event":"service_started"')
        return Instance(process, *map(int, ports))

    def tell_costs(self):
        """What everybody has taken since it was started, and has now."""
        print(f"{'process':<16}{'CPU s':>8}{'MiB':>8}")
        processes = {name: [instance.process.pid] for name, instance in self.instances.items()}
        processes["postgresql"] = [self.postmaster, *children(self.postmaster)]
        for name, pids in processes.items():
            costs = [cost(pid) for pid in pids]
            print(f"{name:<16}{sum(cpu for cpu, _ in costs):>8.1f}{sum(memory for _, memory in costs):>8.0f}")

    def roll(self):
        for service in SERVICES:
            old = self.instances[service]
            if service == "video-worker":
                ended(old.process, GRACE)
                self.instances[service] = self.instance(service, 1)
                continue
            new = self.instance(service, 1)
            await_ready(new)
            self.proxy.add(service, 1, new)
            self.proxy.drain(service, 0)
            time.sleep(PRE_STOP)
            began = time.monotonic()
            ended(old.process, GRACE)
            print(f"rolled {service}: the old one drained in {time.monotonic() - began:.1f} s", flush=True)
            self.instances[service] = new


class Instance:
    def __init__(self, process, port, private_port):
        self.process, self.port, self.private_port = process, port, private_port


class Proxy:
    """What a Service of Kubernetes is to its pods: new connections go to those that are in, old ones stay."""

    def __init__(self, running, fleet):
        self.socket = HOME / "haproxy.sock"
        lines = ["global", f"  stats socket {self.socket} level admin", "defaults", "  mode tcp",
                 "  timeout connect 1s", "  timeout client 10m", "  timeout server 10m"]
        for service in SERVICES[:-1]:
            front = fleet.environment["ODDIYA_%s_PORT" % service.upper().replace("-", "_")]
            lines += [f"listen {service}", f"  bind 127.0.0.1:{front}", "  balance roundrobin",
                      "  server s0 127.0.0.1:1 disabled", "  server s1 127.0.0.1:1 disabled"]
        configuration = HOME / "haproxy.cfg"
        configuration.write_text("\n".join(lines) + "\n")
        process = subprocess.Popen(["haproxy", "-db", "-f", str(configuration)])
        running.callback(ended, process)
        while not self.socket.exists():
            time.sleep(0.05)

    def add(self, service, number, instance):
        if service == "video-worker":
            return
        self.say(f"set server {service}/s{number} addr 127.0.0.1 port {instance.port}")
        self.say(f"set server {service}/s{number} state ready")

    def drain(self, service, number):
        self.say(f"set server {service}/s{number} state maint")

    def say(self, command):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.socket))
            line.sendall(command.encode() + b"\n")
            line.recv(4096)


def await_ready(instance):
    began = time.monotonic()
    while time.monotonic() - began < START_PATIENCE:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{instance.private_port}/readyz", timeout=2)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit("an instance did not become ready")


def ended(process, patience=60):
    """SIGTERM to it alone, as a node does, and SIGKILL if it has not gone in time."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def read_environment(file):
    words = shlex.split(file.read_text())
    return dict(word.split("=", 1) for word in words)


def postmaster(data):
    return int((data / "data" / "postgres" / "cluster" / "postmaster.pid").read_text().splitlines()[0])


def cost(pid):
    """CPU seconds, with those of children that have ended, and memory of its own in MiB."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        rollup = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0, 0
    kibibytes = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK"), kibibytes / 1024


def limit(postmaster, asked):
    """Puts PostgreSQL, with what it has begun, where it has the memory and processor of its box."""
    if asked.database_memory == "none":
        return
    if os.geteuid() != 0:
        sys.exit("limits for PostgreSQL need root; without: --database-memory none")
    quota = str(int(asked.database_cpu * 100_000))
    groups = pathlib.Path("/sys/fs/cgroup")
    if (groups / "cgroup.controllers").exists():
        (groups / "cgroup.subtree_control").write_text("+memory +cpu")
        settings = {groups: {"memory.max": asked.database_memory, "cpu.max": quota + " 100000"}}
    else:
        settings = {
            groups / "memory": {"memory.limit_in_bytes": asked.database_memory},
            groups / "cpu": {"cpu.cfs_period_us": "100000", "cpu.cfs_quota_us": quota},
        }
    for parent, values in settings.items():
        group = parent / "oddiya-database"
        group.mkdir(exist_ok=True)
        for name, value in values.items():
            (group / name).write_text(value)
        for pid in [postmaster, *children(postmaster)]:
            (group / "cgroup.procs").write_text(str(pid))


def children(pid):
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        with contextlib.suppress(OSError):
            if f"\nPPid:\t{pid}\n" in status.read_text():
                found.append(int(status.parent.name))
    return found


if __name__ == "__main__":
    main()
