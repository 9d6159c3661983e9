"""Travellers with phones: they sign in at the provider's page, plan, look, change, film and refresh.

Every traveller has tokens of his own; the shares of what they do are those of `tasks` below. A wish or a
film that answers with anything but what the contract says counts as a failure, and so does a film that fails.
"""

import base64
import hashlib
import html
import json
import os
import random
import re
import secrets
import struct
import time
import urllib.parse
import uuid
import zlib
from datetime import date, timedelta

from locust import HttpUser, between, events, task

REDIRECT = "oddiya://auth/callback"
CITIES = ["Seoul", "Busan", "Jeju", "Gyeongju", "Jeonju", "Gangneung"]
INTERESTS = ["history", "food", "nature", "art", "shopping", "night"]

#: One film in so many wishes for one: a film takes both cores for some twenty seconds.
FILM_EVERY = int(os.environ.get("ODDIYA_LOAD_FILM_EVERY", "20"))
FILM_PATIENCE = 600


def url_safe(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def drawn_photo(seed, width=1600, height=1200):
    """A PNG of coloured windows, which is no near-duplicate of another seed's and not blurred."""
    rng = random.Random(seed)
    rows = [bytearray([rng.randrange(256) for _ in range(3)] * width) for _ in range(1)] * height
    rows = [bytearray(row) for row in rows]
    for _ in range(120):
        left, top = rng.randrange(width - 10), rng.randrange(height - 10)
        right, bottom = min(width, left + rng.randrange(10, 400)), min(height, top + rng.randrange(10, 300))
        color = bytes(rng.randrange(256) for _ in range(3)) * (right - left)
        for y in range(top, bottom):
            rows[y][left * 3 : right * 3] = color
    raw = b"".join(b"\0" + bytes(row) for row in rows)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b"")


PHOTOS = []


@events.init.add_listener
def draw_photos(environment, **_):
    PHOTOS.extend(drawn_photo(seed) for seed in range(3))


class Traveller(HttpUser):
    wait_time = between(1, 4)

    def on_start(self):
        self.plans = []
        self.tokens = None
        self.sign_in()

    # --- signing in ---------------------------------------------------------------------------------------

    def sign_in(self):
        verifier, state = url_safe(secrets.token_bytes(32)), url_safe(secrets.token_bytes(12))
        challenge = url_safe(hashlib.sha256(verifier.encode()).digest())
        start = self.client.get(
            "/oauth2/authorize/google",
            params={"redirectUri": REDIRECT, "codeChallenge": challenge, "state": state},
            name="GET /oauth2/authorize",
        )
        handed_over = self.at_the_provider(start.json()["authorizationUrl"])
        given = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(handed_over).query))
        if given.get("state") != state:
            raise RuntimeError("signing in came back with another state")
        answer = self.client.post(
            "/oauth2/callback/google",
            json={"code": given["code"], "codeVerifier": verifier},
            name="POST /oauth2/callback",
        )
        tokens = answer.json()
        self.tokens = {"access": tokens["accessToken"], "refresh": tokens["refreshToken"]}

    def at_the_provider(self, page):
        """Fills in the provider's form as somebody new, and follows until the address is the app's."""
        subject = "load-" + uuid.uuid4().hex
        typed = {
            "username": subject,
            "claims": json.dumps({"email": subject + "@example.com", "email_verified": True, "name": "부하 여행자"}),
        }
        answer = self.client.get(page, allow_redirects=False, name="provider")
        for _ in range(10):
            if answer.is_redirect:
                page = urllib.parse.urljoin(page, answer.headers["Location"])
                if not page.startswith("http"):
                    return page
                name = "GET /oauth2/callback" if "/oauth2/callback" in page else "provider"
                answer = self.client.get(page, allow_redirects=False, name=name)
                continue
            form = re.search(r"<form\b([^>]*)>(.*?)</form>", answer.text, re.S | re.I)
            action = re.search(r'action="([^"]*)"', form[1])
            fields = {}
            for field in re.findall(r"<(?:input|textarea)\b([^>]*)>", form[2], re.I):
                named = dict(re.findall(r'([a-z]+)\s*=\s*"([^"]*)"', field))
                if "name" in named:
                    fields[named["name"]] = html.unescape(named.get("value", ""))
            fields.update({name: value for name, value in typed.items() if name in fields})
            page = urllib.parse.urljoin(page, html.unescape(action[1]) if action else "")
            answer = self.client.post(page, data=fields, allow_redirects=False, name="provider")
        raise RuntimeError("the provider's page led nowhere")

    def signed(self, **more):
        return {"Authorization": "Bearer " + self.tokens["access"], **more}

    @task(1)
    def refresh(self):
        answer = self.client.post(
            "/oauth2/token",
            data={"grant_type": "refresh_token", "refresh_token": self.tokens["refresh"]},
            name="POST /oauth2/token",
        )
        if answer.status_code == 200:
            tokens = answer.json()
            self.tokens = {"access": tokens["access_token"], "refresh": tokens["refresh_token"]}

    # --- planning -----------------------------------------------------------------------------------------

    @task(4)
    def plan_a_trip(self):
        start = date.today() + timedelta(days=random.randrange(10, 60))
        wish = {
            "destination": {"name": random.choice(CITIES)},
            "startDate": start.isoformat(),
            "endDate": (start + timedelta(days=random.randrange(1, 4))).isoformat(),
            "party": {"adults": 2, "children": 0},
            "interests": random.sample(INTERESTS, 2),
            "pace": random.choice(["relaxed", "balanced", "packed"]),
            "mustVisit": [],
            "avoid": [],
            "language": random.choice(["ko", "en", "ja", "zh"]),
        }
        headers = self.signed(**{"Accept": "text/event-stream", "Idempotency-Key": str(uuid.uuid4())})
        with self.client.post(
            "/api/v1/plans/generate", json=wish, headers=headers, name="POST /plans/generate", catch_response=True
        ) as answer:
            plan = re.search(r"event: ?plan\ndata: ?(.*)", answer.text)
            if answer.status_code != 200 or not plan:
                answer.failure("no plan: %s %s" % (answer.status_code, answer.text[-200:]))
                return
            self.plans.append(json.loads(plan[1])["id"])

    @task(10)
    def list_plans(self):
        self.client.get("/api/v1/plans", headers=self.signed(), name="GET /plans")

    @task(10)
    def read_a_plan(self):
        if self.plans:
            self.client.get("/api/v1/plans/" + random.choice(self.plans), headers=self.signed(), name="GET /plans/{id}")

    @task(2)
    def rename_a_plan(self):
        if not self.plans:
            return
        path = "/api/v1/plans/" + random.choice(self.plans)
        plan = self.client.get(path, headers=self.signed(), name="GET /plans/{id}")
        self.client.patch(
            path,
            json={"title": "우리 여행 %d" % random.randrange(1000)},
            headers=self.signed(**{"If-Match": plan.headers["ETag"], "Content-Type": "application/merge-patch+json"}),
            name="PATCH /plans/{id}",
        )

    @task(3)
    def search_places(self):
        self.client.get(
            "/api/v1/places", params={"query": random.choice(["시장", "박물관", "카페"]), "near": "35.1587,129.1604"},
            headers=self.signed(), name="GET /places",
        )

    @task(2)
    def look_at_me(self):
        self.client.get("/api/v1/users/me", headers=self.signed(), name="GET /users/me")

    # --- filming ------------------------------------------------------------------------------------------

    @task(2)
    def list_films(self):
        self.client.get("/api/v1/videos", headers=self.signed(), name="GET /videos")

    @task(1)
    def make_a_film(self):
        photos = random.sample(PHOTOS, 2)
        files = [{"kind": "photo", "contentType": "image/png", "bytes": len(photo)} for photo in photos]
        asked = self.client.post(
            "/api/v1/videos/uploads", json={"files": files}, headers=self.signed(), name="POST /videos/uploads"
        )
        if asked.status_code != 201:
            return
        urls = []
        for upload, photo in zip(asked.json()["uploads"], photos):
            self.client.put(upload["url"], data=photo, headers=upload["headers"], name="PUT photo")
            urls.append(upload["fileUrl"])
        if random.randrange(FILM_EVERY):
            return
        order = {"photoUrls": urls, "template": "basic", "aspect": "1:1", "seconds": 15}
        taken = self.client.post(
            "/api/v1/videos", json=order, headers=self.signed(**{"Idempotency-Key": str(uuid.uuid4())}), name="POST /videos"
        )
        if taken.status_code == 202:
            self.await_film(taken.json()["jobId"])

    def await_film(self, job):
        began = time.monotonic()
        status = "PENDING"
        while status in ("PENDING", "PROCESSING") and time.monotonic() - began < FILM_PATIENCE:
            time.sleep(2)
            state = self.client.get("/api/v1/videos/" + job, headers=self.signed(), name="GET /videos/{id}")
            status = state.json().get("status", "") if state.status_code == 200 else status
        events.request.fire(
            request_type="FILM",
            name="from order to film",
            response_time=(time.monotonic() - began) * 1000,
            response_length=0,
            exception=None if status == "COMPLETED" else RuntimeError("film " + status),
            context={},
        )
