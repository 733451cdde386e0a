"""`warm-window hub …`, for the administrator of the hub.

There is no `hub publish`: documents are events that the office's own device records and sends like any other.
"""

import secrets
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from shared.cli.hub_admin import HubAdmin
from shared.cli.options import EXISTING_FILE, NEW_FILE, json_option
from shared.device import codes
from shared.domain.clock import CLOCK_LIMIT
from shared.domain.spelling import folded
from shared.domain.workdays import CHINA

if TYPE_CHECKING:
    from shared.sync.enrolment import Enrolment
    from shared.sync.hub_schema.install import Connection
    from shared.sync.hub_schema.keep import KeeperStatus
    from shared.sync.hub_schema.logins import EnrolledDevice

URL = "WARM_WINDOW_HUB"


@click.group()
@click.option("--url", envvar=URL, help=f"管理员地址 · the administrator's URL (else {URL})")
@click.pass_context
def hub(ctx: click.Context, url: str | None) -> None:
    """汇聚库：多台设备、多个大厅共用的数据库 · The hub: the database that devices and halls share."""
    ctx.obj = HubAdmin(ctx.obj, url)


@hub.command()
@click.argument("url", required=False)
@click.option("--contact", default="", help="设备被停用时显示的联系方式 · contact shown on a revoked device")
@click.option("--whole-server", is_flag=True, help="服务器专用：同时关闭 postgres 库 · dedicated server")
@click.pass_obj
def init(admin: HubAdmin, url: str | None, contact: str, whole_server: bool) -> None:
    """建立或升级汇聚库 · Create the hub in an existing PostgreSQL 14-18, or upgrade it."""
    with admin.connection(url or "") as connection:
        _install(admin, connection, contact, whole_server)


def _install(admin: HubAdmin, connection: "Connection", contact: str, whole_server: bool) -> None:
    from shared.registry import HUB_SQL, PRACTICES
    from shared.sync.hub_schema import install, kinds

    done = install.init(connection, kinds.rules(PRACTICES), HUB_SQL, contact=contact, whole_server=whole_server)
    admin.context.say("installed", version=done.version, released=done.released, connections=done.connections)
    for advice in done.advice:
        admin.context.note(advice)


@hub.command("try")
@click.option("--stop", is_flag=True, help="停止 · stop it; its data is kept")
@click.pass_obj
def try_(admin: HubAdmin, stop: bool) -> None:
    """在本机启动一个试用数据库 · Start a trial database on this machine."""
    if stop:
        admin.trial.stop()
        admin.context.say("trial_stopped")
        return
    try:
        url = admin.trial.start()
    except ImportError as error:
        raise admin.context.problem("no_server_wheel") from error
    with admin.connection(url) as connection:
        _install(admin, connection, "", whole_server=True)
    admin.context.say("trial_runs", url=url)


@hub.command()
@click.argument("name")
@click.option(
    "--kind", type=click.Choice(["kiosk", "counter", "office"]), required=True, help="设备类别 · kind of device"
)
@click.option("--hall", default="", help="大厅代码；经营管理部不需要 · the hall's code; none for the office")
@click.option("--totals", is_flag=True, help="经营管理部：各厅一天一份合计，不取每个号 · days as totals")
@click.option("--again", is_flag=True, help="重新登记；原登录名作废 · enrol again; the old login ends")
@click.option("--as-spelt", is_flag=True, help="代码照原样，旧数据用 · the code exactly as in an older journal")
@click.option("--host", default="", help="设备连接用的地址 · the address devices use")
@click.option("--ca", type=EXISTING_FILE, help="CA (PEM)")
@click.option("--certificate", type=EXISTING_FILE, help="客户端证书 (PEM)")
@click.option("--key", type=EXISTING_FILE, help="客户端私钥 (PEM)")
@click.option("--out", type=NEW_FILE, help="登记文件 · where to write it")
@click.pass_obj
def enroll(
    admin: HubAdmin,
    /,
    name: str,
    kind: str,
    hall: str,
    totals: bool,
    again: bool,
    as_spelt: bool,
    host: str,
    out: Path | None,
    **pem: Path | None,
) -> None:
    """登记一台设备，得到一个登记文件 · Enrol a device; writes the one file it needs."""
    file = out or Path(f"{name}.enrolment.json")
    if file.exists():
        raise admin.context.problem("file_exists", file=file)
    if kind != "office" and not hall:
        raise admin.context.problem("hall_needed")
    if bool(pem["certificate"]) != bool(pem["key"]):
        raise admin.context.problem("certificate_and_key")
    texts = _pem_texts(admin, pem)
    with admin.connection() as connection, connection.transaction():  # rolled back when the file cannot be written
        from shared.sync.hub_schema import logins

        code = "*" if kind == "office" else hall if as_spelt else _hall_code(connection, hall)
        made = logins.enroll(connection, name, kind=kind, hall=code, again=again, totals=totals and kind == "office")
        made = _with_keys(made, logins.site_key(connection))
        made = msgspec.structs.replace(made, host=host or made.host, **texts)
        _write(admin, file, made)
    _say_enrolled(admin, file, made)


def _hall_code(connection: "Connection", spelt: str) -> str:
    """The hall's code as the hub knows it, whatever its spelling; of a new hall the folded spelling."""
    from shared.sync.hub_schema import logins

    known = {folded(device.hall): device.hall for device in logins.devices(connection)}
    return known.get(folded(spelt), folded(spelt))


def _with_keys(made: "Enrolment", site_key: str) -> "Enrolment":
    """With the site's key; a kiosk can be stolen, so it gets the derived key of the codes and an exit PIN instead."""
    if made.kind != "kiosk":
        return msgspec.structs.replace(made, site_key=site_key)
    codes_key = codes.derived(bytes.fromhex(site_key)).hex()
    return msgspec.structs.replace(made, codes_key=codes_key, exit_pin=f"{secrets.randbelow(10**6):06}")


def _pem_texts(admin: HubAdmin, pem: dict[str, Path | None]) -> dict[str, str]:
    try:
        return {name: file.read_text(encoding="utf-8") for name, file in pem.items() if file}
    except (OSError, UnicodeDecodeError) as error:
        raise admin.context.problem("not_pem", reason=error) from error


def _write(admin: HubAdmin, file: Path, made: "Enrolment") -> None:
    from shared.device.private_files import write_private

    try:
        write_private(file, msgspec.json.format(msgspec.json.encode(made)).decode())
    except OSError as error:
        raise admin.context.problem("cannot_write", file=file, reason=error.strerror or error) from error


def _say_enrolled(admin: HubAdmin, file: Path, made: "Enrolment") -> None:
    from shared.sync.tls import is_loopback

    admin.context.say("enrolled", file=file)
    admin.context.say("login", login=made.login)
    if made.exit_pin:
        admin.context.say("exit_pin", pin=made.exit_pin)
    if is_loopback(made.host):
        admin.context.note("only_this_machine", host=made.host)


@hub.command()
@click.argument("name")
@click.pass_obj
def revoke(admin: HubAdmin, name: str) -> None:
    """停用一台设备 · Revoke a device; what it sent stays."""
    with admin.connection() as connection:
        from shared.sync.hub_schema import logins

        logins.revoke(connection, name)
    admin.context.say("revoked", name=name)


@hub.command("let-in")
@click.argument("name")
@click.pass_obj
def let_in(admin: HubAdmin, name: str) -> None:
    """看过一台设备被隔离的旧事件和警报后放行 · Release a reviewed device's old events; ends its alarm."""
    with admin.connection() as connection:
        from shared.sync.hub_schema import logins

        count = logins.let_in(connection, name)
    admin.context.say("let_in", name=name, count=count)


@hub.command()
@click.option("--every", default=2.0, show_default=True, help="每隔几秒；0 为一次 · seconds between runs; 0: once")
@click.option("--status", type=NEW_FILE, help="状态文件 · status file with the last line")
@click.pass_obj
def keep(admin: HubAdmin, every: float, status: Path | None) -> None:
    """看守汇聚库：编号、结束超时会话、清理、核对链条 · Maintain the hub: stamp, end stuck sessions, vacuum, check."""
    from shared.sync.hub_schema.keep import Keeper

    with admin.connection() as connection:
        keeper = Keeper(connection)
        while True:
            seen = keeper.step()
            if seen.noteworthy or not every:
                line = f"{_local(round(time.time() * 1000))} {_line(seen)}"
                click.echo(line)
                if status:
                    status.write_text(line + "\n", encoding="utf-8")
            if not every:
                break
            time.sleep(every)
    if seen.chain != "whole":
        raise click.exceptions.Exit(1)


def _line(seen: "KeeperStatus") -> str:
    """For programs that watch: names and values."""
    return " ".join(f"{name}={value}" for name, value in msgspec.structs.asdict(seen).items() if name != "noteworthy")


@hub.command()
@json_option
@click.pass_obj
def devices(admin: HubAdmin, as_json: bool) -> None:
    """各设备最近联络、待传、隔离 · Each device: last seen, waiting to be sent, quarantined."""
    with admin.connection() as connection:
        from shared.sync.hub_schema import logins

        found = logins.devices(connection)
    if as_json:
        admin.context.json(found)
    elif not found:
        admin.context.say("no_devices")
    else:
        for device in found:
            _show(admin, device)


def _show(admin: HubAdmin, device: "EnrolledDevice") -> None:
    sentence = admin.context.sentence
    trouble = [
        sentence(code, minutes=round(device.clock_off / 60_000))
        for code, applies in (
            ("is_revoked", not device.enabled),
            ("is_cloned", device.alarm == "cloned"),
            ("has_exceeded", device.alarm == "exceeded"),
            ("clock_off", abs(device.clock_off) > CLOCK_LIMIT),
        )
        if applies
    ]
    seen = _local(device.last_seen) if device.last_seen else sentence("never")
    mark = "!" if trouble else "·"
    if device.backlog and device.oldest:
        trouble.insert(0, sentence("waiting_since", since=_local(device.oldest)))
    shown = {name: getattr(device, name) for name in ("hall", "name", "kind", "backlog", "quarantined")}
    admin.context.say("device", mark=mark, seen=seen, more="; ".join(trouble), release=device.release or "?", **shown)


def _local(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


@hub.command()
@click.pass_obj
def verify(admin: HubAdmin) -> None:
    """核对整条链 · Verify the whole chain; exit code 1 if it was tampered with."""
    with admin.connection() as connection:
        from shared.sync.hub_schema.verify import verify as check

        verdict = check(connection)
    if verdict.faults:
        raise admin.context.problem("broken", events=verdict.events, faults="\n".join(verdict.faults[:20]))
    admin.context.say("hub_verified", events=verdict.events)


@hub.command()
@click.option("--seconds", default=30, show_default=True, help="多久算超时 · how long a statement may take")
@click.option("--every", default=0, help="每隔几秒重复，0 为一次 · seconds between runs; 0: once")
@click.pass_obj
def limits(admin: HubAdmin, seconds: int, every: int) -> None:
    """结束占用过久的设备会话；请用 cron 或 --every 常驻 · End device sessions that last too long."""
    with admin.connection() as connection:
        from shared.sync.hub_schema import logins

        while True:
            if (count := logins.end_long_sessions(connection, seconds=seconds)) or not every:
                admin.context.say("sessions_ended", count=count)
            if not every:
                return
            time.sleep(every)
