"""The real program as the benches and the fault run use it: a database of its own, a server, a session."""
import collections, http.client, json, os, pathlib, re, shutil, signal, subprocess, sys, threading, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = os.environ.get("CHUNGSUC_PROGRAM", str(ROOT / "build/release/chungsuc"))


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, **options)


def database(engine, folder, name):
    """An empty database: a file in `folder`, or one of its own on the server that tools/with_postgres started."""
    if engine == "sqlite":
        return f"sqlite:{folder}/{name}.db"
    server = os.environ.get("CHUNGSUC_TEST_PG") or sys.exit("run me under tools/with_postgres")
    name = f"{name}_{os.getpid()}"
    subprocess.run(["psql", server, "-qc", f"create database {name}"], check=True)
    return re.sub(r"^(postgresql://[^/]*)/[^?]*", rf"\1/{name}", server)


def copied(engine, folder, db):
    """A copy of a database nobody is connected to."""
    if engine == "sqlite":
        return "sqlite:" + shutil.copy(db.removeprefix("sqlite:"), f"{folder}/copy.db")
    name = re.search(r"/([^/?]*)(\?|$)", db)[1]
    subprocess.run(["psql", os.environ["CHUNGSUC_TEST_PG"], "-qc", f"create database {name}_copy template {name}"], check=True)
    return db.replace(f"/{name}", f"/{name}_copy")


def demo_world(engine, folder, name):
    db = database(engine, folder, name)
    run("migrate", "--db", db)
    run("seed", "--world", "demo", "--db", db)
    return db


class Server:
    def __init__(self, db, *flags, environment=None):
        began = time.monotonic()
        self.process = subprocess.Popen([PROGRAM, "serve", "--db", db, "--listen", "127.0.0.1:0", *flags], cwd=ROOT,
                                        env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        url = self.process.stdout.readline().split()[-1]
        # The server goes on speaking there; a full pipe would stop it.
        threading.Thread(target=lambda: collections.deque(self.process.stdout, maxlen=0), daemon=True).start()
        self.host = urllib.parse.urlparse(url).netloc
        self.get("/healthz")
        self.first_answer_ms = (time.monotonic() - began) * 1000

    def ask(self, method, path, body=None, session=None, headers=None):
        """Status, body as text, headers."""
        link = http.client.HTTPConnection(self.host, timeout=60)
        sent = {**(session.headers if session else {}), **(headers or {})}
        if body is not None:
            sent["Content-Type"] = "application/json"
        try:
            link.request(method, path, json.dumps(body) if body is not None else None, sent)
            answer = link.getresponse()
            return answer.status, answer.read().decode(), answer.headers
        finally:
            link.close()

    def get(self, path, session=None):
        status, body, _ = self.ask("GET", path, session=session)
        if status != 200:
            raise SystemExit(f"GET {path} answered {status}: {body[:300]}")
        return body

    def done(self, method, path, body, session):
        """The answer to a request that must succeed."""
        status, answer, _ = self.ask(method, path, body, session)
        if status not in (200, 201, 204):
            raise SystemExit(f"{method} {path} answered {status}: {answer[:500]}")
        return json.loads(answer) if answer else None

    def memory_mb(self, what="VmRSS"):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def sign_ins(self):
        """The demonstration's people and their password."""
        return {s["login"]: s["password"] for s in json.loads(self.get("/api/config"))["sign_ins"]}

    def stop(self):
        self.process.terminate()
        self.process.wait(30)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)


class Session:
    """One signed-in person. "Too many at once" is the server guarding its memory: people try again."""

    def __init__(self, server, login, password):
        while True:
            status, body, headers = server.ask("POST", "/api/session", {"login": login, "password": password, "code": None})
            if status != 429:
                break
            time.sleep(0.2)
        cookies = headers.get_all("Set-Cookie") or []
        if status not in (200, 201) or not cookies:
            raise SystemExit(f"sign-in of {login} answered {status}: {body[:300]}")
        self.cookie = cookies[0].split(";")[0]
        self.headers = {"Cookie": self.cookie, "X-CSRF-Token": json.loads(body)["csrf"]}
