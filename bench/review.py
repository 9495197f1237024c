"""A yearly review under load: a clerk in each commune of the demonstration, and a round whose sheets are still drafts."""
import concurrent.futures, json, subprocess

from program import PROGRAM, ROOT, Session

FIRST, LATER = "lần-đầu-547", "minhhoa-547-khoe"
COMMUNES = 20


def communes(server, session):
    found = json.loads(server.get(f"/api/units?under_code=MH&kind=commune&limit={COMMUNES}", session))["items"]
    return [unit for unit in found if unit["code"].startswith("MH")]


def add_clerk(db, commune):
    login = f"canbo.{commune['code'].lower()}"
    subprocess.run([PROGRAM, "user", "add", "--db", db, "--login", login, "--name", f"Cán bộ {commune['name']}", "--role", "unit_clerk",
                    "--unit", commune["code"], "--reason", "đo tải, số liệu minh họa"], cwd=ROOT, input=FIRST + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
    return login


def own_password(server, login):
    """The first sign-in: nothing may be done before the password is one's own."""
    session = Session(server, login, FIRST)
    server.done("PUT", "/api/me/password", {"old": FIRST, "new": LATER}, session)
    return session


class Review:
    """`sessions` signed-in clerks over the communes in turn: the one at i works on the sheet of commune i % COMMUNES."""

    def __init__(self, server, db, sessions):
        coordinator = Session(server, "dieuphoi.tinh", server.sign_ins()["dieuphoi.tinh"])
        units = communes(server, coordinator)
        assert len(units) == COMMUNES
        with concurrent.futures.ThreadPoolExecutor(2) as pool:    # two sign-ins at once is what the server lets in
            logins = list(pool.map(lambda unit: add_clerk(db, unit), units))
            list(pool.map(lambda login: own_password(server, login), logins))
            self.sessions = list(pool.map(lambda i: Session(server, logins[i % COMMUNES], LATER), range(sessions)))
        self.sheets = self.open_round(server, coordinator, units)

    def open_round(self, server, coordinator, units):
        today = json.loads(server.get("/api/config"))["today"]
        root = json.loads(server.get("/api/units?q=MH", coordinator))["items"]
        made = server.done("POST", "/api/rounds", {
            "set": "xa-ntm-2021-2025", "year": 2025, "title": "Rà soát để đo tải (số liệu minh họa)",
            "root_id": next(unit["id"] for unit in root if unit["code"] == "MH"), "units_on": today, "opens_on": today, "closes_on": today,
            "paper": "Công văn minh họa số 547", "only": [unit["id"] for unit in units], "set_version": None}, coordinator)
        rows = json.loads(server.get(f"/api/rounds/{made['id']}", coordinator))["sheets"]
        by_unit = {row["unit_id"]: row["id"] for row in rows}
        return [by_unit[unit["id"]] for unit in units]

    def lines(self, server, who):
        """The lines of his sheet that take a number and have a threshold."""
        sheet = json.loads(server.get(f"/api/sheets/{self.sheet(who)}", self.sessions[who]))
        all_lines = [line for criterion in sheet["criteria"] for indicator in criterion["indicators"] for line in indicator["lines"]]
        return [line for line in all_lines if line["threshold"] and not line["both_sexes"] and line["kind"] not in ("text", "boolean")]

    def sheet(self, who):
        return self.sheets[who % COMMUNES]
