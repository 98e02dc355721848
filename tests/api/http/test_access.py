"""Who may call what: each route by its rule, and what a browser of somebody else can not do."""

import pytest
from fastapi import FastAPI

from api.http.access import PUBLIC, SIGNED_IN, routes_of, told
from api.http.route_table import GROUPS, RouteRule, rules_of
from api.http.service import Served, Service
from tests.api.http.client import TOKEN, Client, client_of

PUBLIC_PATHS = {
    "/",
    "/docs",
    "/docs.css",
    "/docs.js",
    "/healthz",
    "/openapi.json",
    "/readyz",
    "/v1/problems",
}


def _templates(client: Client) -> list[RouteRule]:
    return rules_of(client.app)


def test_every_route_has_its_access_rule(client: Client) -> None:
    """No route of the app stands without a rule, and the public ones are those that tell nothing of any case."""
    routes = _templates(client)
    assert [route for route in routes if route.rule is None] == []
    assert {route.path for route in routes if route.rule == "public"} == PUBLIC_PATHS


def test_every_route_but_the_public_ones_refuses_whoever_shows_no_token(client: Client) -> None:
    """Each method of each route that is not public answers 401 with words on how to sign in."""
    for route in _templates(client):
        for method in route.methods:
            answer = client.ask(method, route.path.replace("{", "").replace("}", ""), signed_in=False)
            assert (answer.status_code == 401) == (route.path not in PUBLIC_PATHS), (method, route.path)
            if answer.status_code == 401:
                assert answer.headers["www-authenticate"].startswith("Bearer")
                assert "link" in answer.json()["detail"]


def test_a_route_without_a_rule_cannot_be_made() -> None:
    """A route that names no rule, or two, stops the program that makes it."""
    router = routes_of("new")
    with pytest.raises(ValueError, match="/open names 0 access rules"):
        router.get("/open")(lambda: None)
    both = told(PUBLIC)["dependencies"] + told(SIGNED_IN)["dependencies"]
    with pytest.raises(ValueError, match="/both names 2 access rules"):
        router.get("/both", dependencies=both)(lambda: None)


def test_a_route_made_past_the_router_is_seen_in_the_table() -> None:
    """An app with a route of plain FastAPI is told on by the table of routes."""
    app = FastAPI(openapi_url=None)
    app.get("/open")(lambda: None)
    app.include_router(GROUPS[0])
    assert [route.path for route in rules_of(app) if route.rule is None] == ["/open"]


def test_a_route_that_writes_says_so() -> None:
    """A route with another method than GET that does not document the problems of writes cannot be made."""
    with pytest.raises(ValueError, match="/w writes"):
        routes_of("new").post("/w", **told(SIGNED_IN))(lambda: None)


@pytest.mark.parametrize(
    "shown",
    ["", "Bearer", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer é"],
)
def test_another_token_is_refused(client: Client, shown: str) -> None:
    """Nothing but the whole token, as Bearer, is let in; a letter beyond ASCII is no defect of ours."""
    assert client.get("/metrics", headers={"Authorization": shown.encode()}).status_code == 401


@pytest.fixture
def cookie(client: Client) -> dict[str, str]:
    """The cookie that the printed link is exchanged for."""
    answer = client.get(f"/?token={TOKEN}", signed_in=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/docs"
    header = answer.headers["set-cookie"]
    assert {"httponly", "path=/", "samesite=strict"} <= {part.strip().lower() for part in header.split(";")}
    assert TOKEN not in header
    return {"Cookie": header.partition(";")[0]}


def test_the_printed_link_is_exchanged_for_a_cookie(client: Client, cookie: dict[str, str]) -> None:
    """The cookie opens what the token opens, and a changed one opens nothing."""
    assert client.get("/metrics", headers=cookie, signed_in=False).status_code == 200
    changed = {"Cookie": cookie["Cookie"][:-1] + ("0" if cookie["Cookie"][-1] != "0" else "1")}
    assert client.get("/metrics", headers=changed, signed_in=False).status_code == 401
    assert client.get("/?token=wrong", signed_in=False).status_code == 401


def test_a_wrong_token_is_refused_though_the_cookie_is_right(client: Client, cookie: dict[str, str]) -> None:
    """Who sends a token is judged by it, so that a script learns at once that its token is not this server's."""
    answer = client.get("/metrics", headers={**cookie, "Authorization": "Bearer wrong"}, signed_in=False)
    assert answer.status_code == 401


@pytest.fixture
def writable(client: Client) -> Client:
    """The client, with a route that writes."""
    router = routes_of("new")

    @router.post("/write", **told(SIGNED_IN, writes=True))
    def write(service: Served) -> int:
        return service.settings.most_body_bytes

    client.app.include_router(router)
    return client


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "http://127.0.0.1:8000"}, 200),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://127.0.0.1:9000"}, 403),
        ({"Origin": "https://127.0.0.1:8000"}, 403),
        ({"Origin": "http://evil.invalid"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_pages_of_others_write_nothing_with_the_cookie(
    writable: Client, cookie: dict[str, str], headers: dict[str, str], status: int
) -> None:
    """With the cookie only our own pages write; another port of this machine is another address."""
    answer = writable.post("/write", headers={**cookie, **headers}, signed_in=False)
    assert answer.status_code == status


def test_the_token_writes_from_anywhere(writable: Client) -> None:
    """No browser sends the header Authorization by itself, so a write with it is meant, wherever it comes from."""
    answer = writable.post("/write", headers={"Origin": "http://evil.invalid", "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:9", "[::1]:8000", "[::1]"])
def test_names_of_this_machine_are_ours(client: Client, host: str) -> None:
    """Loopback goes by three names, with any port."""
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.invalid", "127.0.0.1.evil.invalid:8000", "localhost:x", "localhost@evil", "", "::1", "127.0.0.2"]
)
def test_other_hosts_are_refused(client: Client, host: str) -> None:
    """A name that another address was made to lead here is refused, token or not (DNS rebinding)."""
    answer = client.get("/healthz", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.json()["type"] == "/v1/problems#wrong-host"


def test_a_server_with_a_name_of_its_own_goes_by_it(client: Client) -> None:
    """The operator's names are taken in place of loopback's; `*.` stands for one step and no more."""
    settings = client.service.settings
    other = Service(
        store=client.service.store,
        dispatcher=client.service.dispatcher,
        cluster=client.service.cluster,
        settings=type(settings)(token=TOKEN, hosts=("plan.council.invalid", "*.town.invalid"), scheme="https"),
    )
    with client_of(other) as named:
        for host, status in {
            "plan.council.invalid": 200,
            "a.town.invalid": 200,
            "a.b.town.invalid": 421,
            "town.invalid": 421,
            "localhost": 421,
        }.items():
            assert named.get("/healthz", headers={"Host": host}).status_code == status, host
        entered = named.get(f"/?token={TOKEN}", headers={"Host": "plan.council.invalid"})
        assert "; secure" in entered.headers["set-cookie"].lower()
        assert "strict-transport-security" in entered.headers
